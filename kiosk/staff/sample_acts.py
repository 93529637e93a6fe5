"""Replays the sample library's past, so that its patrons have loans, holds and debts like real ones."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from kiosk.circulation.acts import Acts
from kiosk.model.errors import InputError
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class SampleAct:
    """One past act: so many days before today at a local time, on a card, with a barcode or a title."""

    number: int
    days_ago: int
    time: str
    act: str
    card: str
    subject: str
    branch: str

    @property
    def act_id(self) -> str:
        """Return an identity that is the same at every replay, so that a second one changes nothing."""
        return str(uuid5(NAMESPACE_URL, f"kiosk:sample:{self.number}:{self.act}:{self.card}:{self.subject}"))


def read_sample_acts(path: Path) -> Iterator[SampleAct]:
    """Yield the acts of the file in order, which is the order in which they happened."""
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=1):
            texts = (row[name] for name in ("time", "act", "card", "subject", "branch"))
            yield SampleAct(number, int(row["days_ago"]), *texts)


class SamplePast:
    """Plays past acts through the same verbs as the kiosk itself."""

    def __init__(self, database: Database, acts: Acts, library: Library) -> None:
        self._database = database
        self._acts = acts
        self._currency = library.currency
        self._zone = ZoneInfo(library.time_zone)

    def play(self, acts: Iterator[SampleAct], now: datetime) -> list[str]:
        """Do what has not been done yet; return a line for every act that was refused."""
        refused = []
        for act in acts:
            if self._done(act):
                continue
            by = ActBy(self._moment(act, now), act.branch, account="sample")
            try:
                why = self._play(act, by)
            except InputError as refusal:
                why = refusal.key.removeprefix("error.")
            if why:
                refused.append(f"{act.number} {act.act} {act.card} {act.subject}: {why}")
        return refused

    def _moment(self, act: SampleAct, now: datetime) -> datetime:
        hour, minute = act.time.split(":")
        day = now.astimezone(self._zone) - timedelta(days=act.days_ago)
        local = day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        return min(local.astimezone(UTC), now)

    def _done(self, act: SampleAct) -> bool:
        with self._database.read() as view:
            match act.act:
                case "checkout":
                    return view.loans.by_act(act.act_id) is not None
                case "hold":
                    return view.holds.by_act(act.act_id) is not None
                case "return" | "lost":
                    return view.loans.closed_by(act.act_id) is not None
                case _:
                    return False

    def _play(self, act: SampleAct, by: ActBy) -> str:
        match act.act:
            case "checkout":
                outcome = self._acts.checkout(act.card, act.subject, by, act_id=act.act_id)
            case "return":
                outcome = self._acts.checkin(act.subject, by, act_id=act.act_id)
            case "renew":
                outcome = self._acts.renew(act.card, act.subject, by, act_id=act.act_id)
            case "lost":
                outcome = self._acts.declare_lost(act.subject, by, act_id=act.act_id)
            case "hold":
                with self._database.read() as view:
                    record = view.records.find(act.subject)
                if record is None:
                    return "no such title"
                outcome = self._acts.place_hold(act.card, record.id, by, act_id=act.act_id)
            case "pay":
                amount = Money.parse(act.subject, self._currency)
                outcome = self._acts.settle(act.card, amount, by, act_id=act.act_id)
            case _:
                return "no such act"
        return "" if outcome.done else ", ".join(str(reason.code) for reason in outcome.reasons)
