"""What a killed program left, and what a desk left of somebody who was erased, goes; all else stays."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.left_over_files import sweep_left_over
from kiosk.membership.erasing import Erasing
from kiosk.membership.left_queues import left_queues
from tests.circulation.desk import NOON, Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def lay(folder: Path, name: str, age: timedelta) -> Path:
    file = folder / name
    file.write_bytes(b"half")
    moment = (NOW - age).timestamp()
    os.utime(file, (moment, moment))
    return file


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        (".rules-0a1b2c.json.4711", True),
        (".of-12.4711", True),
        (".out.mrc.4711.part", True),
        (f".{'0a' * 16}.part", True),
        (f"r12.{'0a' * 16}.part", True),
        ("rules-0a1b2c.json", False),
        ("of-12.photo", False),
        (".hidden", False),
        ("notes.2026", False),
        ("film.part", False),
    ],
)
def test_only_what_was_begun_long_ago_under_our_names_is_swept(tmp_path: Path, name: str, goes: bool) -> None:
    old, young = tmp_path / "old", tmp_path / "young"
    for folder in (old, young):
        folder.mkdir()
    lay(old, name, timedelta(days=2))
    lay(young, name, timedelta(hours=2))
    assert sweep_left_over((old, young, tmp_path / "none"), NOW) == int(goes)
    assert (old / name).exists() is not goes
    assert (young / name).exists()


def test_in_a_folder_that_staff_fill_only_random_names_are_ours(tmp_path: Path) -> None:
    theirs = lay(tmp_path, ".scan.2024", timedelta(days=9))
    ours = lay(tmp_path, f".{'0a' * 16}.part", timedelta(days=9))
    (tmp_path / f".{'0b' * 16}.part").mkdir()
    assert sweep_left_over((tmp_path,), NOW, random_names_only=True) == 1
    assert (theirs.exists(), ours.exists()) == (True, False)


def queue(folder: Path, *tasks: dict[str, Any]) -> Path:
    file = folder / "desk" / "queue.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    said = {"form": "desk/queue", "about": "scans", "at": NOW.isoformat(), "values": {"tasks": list(tasks)}}
    file.write_text(json.dumps(said))
    return file


def cleaned(desk: Desk, folder: Path) -> list[str]:
    with desk.database.read() as view:
        for left in left_queues(folder):
            left.forget_strangers(view)
    file = folder / "desk" / "queue.json"
    return [one["text"] for one in json.loads(file.read_text())["values"]["tasks"]] if file.exists() else []


def test_a_desks_queue_forgets_who_was_erased_and_keeps_the_others(desk: Desk, tmp_path: Path) -> None:
    for card in ("R1", "R2"):
        desk.reader(card)
    desk.copy("B1")
    desk.copy("B2")
    tasks = (
        {"text": "B1", "card": "R1", "reason": "Mr Nowak asks"},
        {"text": "R1", "card": None},
        {"text": "B2", "card": "R2"},
        {"text": "B2", "card": None},
    )
    file = queue(tmp_path, *tasks)
    assert cleaned(desk, tmp_path) == ["B1", "R1", "B2", "B2"]
    Erasing(desk.database)("R1", by="anna", at=NOON)
    assert cleaned(desk, tmp_path) == ["B2", "B2"]
    assert "Nowak" not in file.read_text()
    assert oct(file.stat().st_mode & 0o077) == "0o0"
    queue(tmp_path, *tasks[:2])
    assert cleaned(desk, tmp_path) == []
    assert not file.exists()


@pytest.mark.parametrize(
    "garbled", ["", "[]", '{"form": "desk/queue"}', '{"form": "desk/queue", "values": 1}']
)
def test_a_garbled_queue_is_left_alone(tmp_path: Path, garbled: str) -> None:
    file = queue(tmp_path)
    file.write_text(garbled)
    assert list(left_queues(tmp_path)) == []
    assert file.read_text() == garbled
