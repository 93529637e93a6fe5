"""Past loans as a list to look through: read a stretch at a time, on worker threads, and told in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.model.decision import LoanFacts
from kiosk.model.record import record_key
from kiosk.services import Services
from kiosk.ui.patron.code_reading import thing
from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording

STRETCH = 50


@dataclass(frozen=True, slots=True)
class PastLoans:
    """What was read so far, the latest first; `more` where there is more to read."""

    loans: tuple[LoanFacts, ...] = ()
    things: Mapping[int, Thing] = field(default_factory=dict)
    more: bool = False

    def and_then(self, later: "PastLoans") -> "PastLoans":
        """Return both; a loan that came in between is there once."""
        known = {one.loan.id for one in self.loans}
        new = tuple(one for one in later.loans if one.loan.id not in known)
        return PastLoans(self.loans + new, {**self.things, **later.things}, later.more)

    def thing(self, loan: LoanFacts) -> Thing:
        """Return the title as it is shown; one no longer in the catalogue has its name alone."""
        return self.things.get(loan.record_id) or Thing("", 0, loan.title)


def read_past_loans(services: Services, card: str, start: int) -> PastLoans:
    """Read a stretch of a card's past loans; HistoryNotKept, CardUnknown."""
    found = services.self_service.past_loans(card, STRETCH + 1, start)
    shown = found[:STRETCH]
    with services.database.read() as view:
        listed = view.records.listing(sorted({one.record_id for one in shown}))
        zone = services.decider.libraries.current(view).time_zone
    things = {
        one.id: thing(services, one.description, "", one.id, zone, one.control_number) for one in listed
    }
    return PastLoans(shown, things, len(found) > STRETCH)


@dataclass(frozen=True, slots=True)
class PastLoan:
    """One past loan; `record` is empty where the title is no longer in the catalogue."""

    key: int
    record: str
    title: str
    author: str
    cover: str
    square: bool
    when: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class HistoryState:
    """All texts ready; `loaded` until the first stretch is read."""

    loaded: bool = False
    failure: str = ""
    loans: tuple[PastLoan, ...] = ()
    more: bool = False
    count: str = ""


def history_state(
    read: PastLoans, error: Exception | None, words: Wording, covers: Mapping[Thing, str]
) -> HistoryState:
    """Return what to show of past loans."""
    rows = tuple(_row(loan, read.thing(loan), words, covers) for loan in read.loans)
    return HistoryState(
        loaded=True,
        failure=failure_sentence(error, words),
        loans=rows,
        more=read.more,
        count=words.count("history.count", len(rows)) if rows and not read.more else "",
    )


def _row(loan: LoanFacts, shown: Thing, words: Wording, covers: Mapping[Thing, str]) -> PastLoan:
    returned = loan.loan.returned_at or loan.loan.due_at
    return PastLoan(
        key=loan.loan.id,
        record=record_key(shown.record_id) if shown.record_id else "",
        title=loan.title,
        author=shown.author,
        cover=covers.get(shown, ""),
        square=shown.form in SQUARE_FORMS,
        when=words("history.when", day=words.dated(returned, "year")),
        language=shown.language,
    )
