"""The ways through the workspace on which its pictures are taken."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.desk_hands import DeskHands
from scripts.staff_walks_answers import leave_messages, messages, policies
from scripts.staff_walks_copies import catalogue, describe_twice
from scripts.staff_walks_desk import lending, make_family, refusing, returning
from scripts.staff_walks_intake import begin_records, import_files, sources_and_export
from scripts.staff_walks_patrons import patrons, tell_of_patrons
from scripts.staff_walks_records import edit_record, shelve_wolf_hall
from scripts.staff_walks_reports import prepare_today, reports, today
from scripts.staff_walks_rules import rules, settings

Snap = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class StaffWalk:
    """One way: its name, what it does and where it stops for a picture; `prepare` fills the library."""

    name: str
    steps: Callable[[DeskHands, Snap], None]
    prepare: Callable[[Path], None] | None = None
    signed_in: bool = True
    size: tuple[int, int] = (1440, 900)


def _door(hands: DeskHands, snap: Snap) -> None:
    snap("door-first")
    hands.come_in()
    hands.shell.ended.emit()
    hands.settle()
    snap("door")
    hands.come_in(password="nicht dieses hier")
    snap("door-wrong")


def walks() -> tuple[StaffWalk, ...]:
    """Return all ways, in the order of the rail."""
    return (
        StaffWalk("door", _door, signed_in=False),
        StaffWalk("record", edit_record, shelve_wolf_hall),
        StaffWalk("today", today, prepare_today),
        StaffWalk("reports", reports, prepare_today),
        StaffWalk("catalogue", catalogue, describe_twice),
        StaffWalk("intake-import", import_files),
        StaffWalk("policies", policies, leave_messages),
        StaffWalk("desk-lending", lending, make_family),
        StaffWalk("desk-refusing", refusing),
        StaffWalk("desk-returning", returning),
        StaffWalk("intake-new", begin_records),
        StaffWalk("intake-sources", sources_and_export),
        StaffWalk("patrons", patrons, tell_of_patrons),
        StaffWalk("messages", messages, leave_messages),
        StaffWalk("rules", rules),
        StaffWalk("settings", settings),
    )
