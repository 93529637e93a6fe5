"""What the library keeps no longer is forgotten at night; everything else stays."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.circulation.nightly.old_files import forget_files
from kiosk.membership.registering import Registering
from kiosk.membership.registration import Registration
from kiosk.membership.requests import PatronRequests
from kiosk.membership.self_service import SelfService
from kiosk.model.library import Joining, Retention
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.storage import HelpCall, NewMessage, NewNotice, QuestionAsked, View

from .desk import MAIN, NOON, Desk, days, town_library

FOREVER = Retention(None, None, None, None, None, None, None, None, None)


def keeping(desk: Desk, **kept: int) -> None:
    desk.configure(replace(town_library(), retention=replace(FOREVER, **kept)))


def request(desk: Desk, at: datetime) -> None:
    requests = PatronRequests(desk.database, desk.decider)
    made = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=at, card="R1")
    requests.decide(made.number, RequestState.DONE, by="anna", at=at)
    requests.make(RequestKind.QUESTION, {"text": "How?"}, at=at, card="R1")


def message(desk: Desk, at: datetime) -> None:
    with desk.database.act() as work:
        for name in ("answered", "put away", "waits"):
            left = work.messages.leave(NewMessage(f"{name} {at}", name, "en", at))
            if name == "answered":
                work.messages.reply(left.id, "Yes", by="anna", at=at)
            if name == "put away":
                work.messages.close(left.id, at)
        work.messages.leave(NewMessage(f"staff {at}", "from staff", "en", at, from_staff=True))
        work.commit()


def notice(desk: Desk, at: datetime) -> None:
    with desk.database.act() as work:
        for name in ("sent", "waits"):
            work.notices.queue(NewNotice(f"{name} {at}", "overdue", "email", "en", at))
        found = work.notices.by_key(f"sent {at}")
        assert found is not None
        work.notices.sent(found.id, at)
        work.commit()


def help_call(desk: Desk, at: datetime) -> None:
    with desk.database.act() as work:
        work.help_calls.call(HelpCall(f"one {at}", f"kiosk {at}", MAIN, "find", "asked", at))
        work.commit()


def question(desk: Desk, at: datetime) -> None:
    with desk.database.act() as work:
        work.questions.asked(QuestionAsked("Why?", "en", "none", at))
        work.questions.search_empty("xyz", "en", at)
        work.commit()


def audit(desk: Desk, at: datetime) -> None:
    with desk.database.act() as work:
        work.audit.write(at=at, account="anna", act="pay")
        work.commit()


def loan(desk: Desk, at: datetime) -> None:
    SelfService(desk.database, desk.decider).keep_history("R1", True)
    barcode = f"B{at:%j}"
    desk.copy(barcode)
    assert desk.lend("R1", barcode, at - days(1)).done
    desk.take_back(barcode, at)


def past_loans(view: View) -> int:
    patron = view.patrons.by_card("R1")
    assert patron is not None
    return len(view.loans.history(patron.id))


FAR = NOON + days(9999)
CASES: dict[str, tuple[Callable[[Desk, datetime], None], str, str, Callable[[View], int], int, int]] = {
    # what is made, the setting, the step, what is counted, how many are made, how many of them go
    "loans": (loan, "loans", "history_forgotten", past_loans, 1, 1),
    "requests": (request, "requests", "requests_forgotten", lambda view: len(view.requests.all()), 2, 1),
    "messages": (
        message,
        "messages",
        "messages_forgotten",
        lambda view: view.messages.waiting() + len(view.messages.over_before(FAR, 99)),
        4,
        3,
    ),
    "notices": (
        notice,
        "notices",
        "notices_forgotten",
        lambda view: len(view.notices.over_before(FAR, 99)),
        1,
        1,
    ),
    "questions": (
        question,
        "questions",
        "questions_forgotten",
        lambda view: len(view.questions.before(FAR, 99)) + len(view.questions.searches_before(FAR, 99)),
        2,
        2,
    ),
    "help calls": (
        help_call,
        "messages",
        "help_calls_forgotten",
        lambda view: len(view.help_calls.before(FAR, 99)),
        1,
        1,
    ),
    "audit": (audit, "audit", "audit_forgotten", lambda view: len(view.audit.before(FAR, 99)), 1, 1),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_older_than_the_library_keeps_is_forgotten_and_nothing_else(desk: Desk, name: str) -> None:
    make, setting, step, count, made, go = CASES[name]
    desk.reader("R1")
    make(desk, NOON - days(31))
    make(desk, NOON - days(29))
    keeping(desk)
    assert desk.acts.nightly(NOON).done[step] == 0
    with desk.database.read() as view:
        assert count(view) == 2 * made
    keeping(desk, **{setting: 30})
    assert desk.acts.nightly(NOON).done[step] == go
    assert desk.acts.nightly(NOON).done[step] == 0
    with desk.database.read() as view:
        assert count(view) == 2 * made - go


def test_a_loan_on_which_something_is_owed_stays_however_old(desk: Desk) -> None:
    desk.reader("R1")
    SelfService(desk.database, desk.decider).keep_history("R1", True)
    desk.copy("D1", item_type="dvd")
    desk.lend("R1", "D1", NOON - days(400))
    desk.take_back("D1", NOON - days(390))
    keeping(desk, loans=30)
    assert desk.acts.nightly(NOON).done["history_forgotten"] == 0
    with desk.database.read() as view:
        assert past_loans(view) == 1


def test_a_letter_that_nobody_sends_is_given_up_and_its_address_forgotten(desk: Desk) -> None:
    requests = PatronRequests(desk.database, desk.decider)
    for number, age in enumerate((31, 29)):
        asked = {"title": f"Solaris {number}"}
        made = requests.make(
            RequestKind.PURCHASE, asked, at=NOON - days(age), email=f"x{number}@once.example"
        )
        requests.decide(made.number, RequestState.ORDERED, by="anna", at=NOON - days(age))

    def letters() -> str:
        with desk.database.read() as view:
            return repr(view.notices.latest(9))

    keeping(desk)
    assert desk.acts.nightly(NOON).done["letters_given_up"] == 0
    keeping(desk, messages=30)
    assert "x0@once.example" in letters()
    assert desk.acts.nightly(NOON).done["letters_given_up"] == 1
    assert desk.acts.nightly(NOON).done["letters_given_up"] == 0
    assert "x0@once.example" not in letters()
    assert "Solaris 0" not in letters()
    assert "x1@once.example" in letters()
    with desk.database.read() as view:
        assert len(view.notices.waiting_before(NOON, 9)) == 1
    keeping(desk, messages=30, notices=30)
    assert desk.acts.nightly(NOON).done["notices_forgotten"] == 1


def test_a_request_is_kept_from_its_last_step_on_not_from_its_first(desk: Desk) -> None:
    desk.reader("R1")
    requests = PatronRequests(desk.database, desk.decider)
    made = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON - days(400), card="R1")
    requests.decide(made.number, RequestState.DONE, by="anna", at=NOON - days(2))
    keeping(desk, requests=30)
    assert desk.acts.nightly(NOON).done["requests_forgotten"] == 0


def test_a_typed_address_and_number_are_kept_no_longer_than_requests_are(desk: Desk) -> None:
    requests, typed = PatronRequests(desk.database, desk.decider), {"text": "Why?", "phone": "0341 5550"}
    for age in (31, 29):
        requests.make(RequestKind.QUESTION, typed, at=NOON - days(age), email=f"x{age}@once.example")
    keeping(desk)
    assert desk.acts.nightly(NOON).done["contacts_forgotten"] == 0
    keeping(desk, requests=30)
    assert desk.acts.nightly(NOON).done["contacts_forgotten"] == 1
    assert desk.acts.nightly(NOON).done["contacts_forgotten"] == 0
    old, young = requests.waiting()
    assert (old.email, old.details) == (None, {"text": "Why?"}), "it still waits for staff"
    assert (young.email, young.details["phone"]) == ("x29@once.example", "0341 5550")


EWA = Registration("Żak", "Ewa", NOON.date().replace(year=1990), "ewa@example.org")


def joined(desk: Desk, first_name: str = "Ewa") -> str:
    desk.configure(replace(town_library(), joining=Joining("adult", 30)))
    person = replace(EWA, first_name=first_name)
    return Registering(desk.database, desk.decider).register(person, at=NOON, branch=MAIN).card


def there(desk: Desk, card: str) -> bool:
    with desk.database.read() as view:
        return view.patrons.by_card(card) is not None


def test_a_temporary_card_that_nobody_confirmed_is_forgotten_after_its_last_day(desk: Desk) -> None:
    card, confirmed = joined(desk), joined(desk, first_name="Ola")
    Registering(desk.database, desk.decider).confirm(confirmed, by="anna", at=NOON)
    assert desk.acts.nightly(NOON + days(30)).done["temporary_cards_forgotten"] == 0
    assert desk.acts.nightly(NOON + days(31)).done["temporary_cards_forgotten"] == 1
    assert desk.acts.nightly(NOON + days(31)).done["temporary_cards_forgotten"] == 0
    assert (there(desk, card), there(desk, confirmed)) == (False, True)


def test_a_temporary_card_with_a_loan_stays_until_it_is_back(desk: Desk) -> None:
    card, other = joined(desk), joined(desk, first_name="Ola")
    desk.copy()
    desk.lend(card, "B1", NOON + days(29))
    assert desk.acts.nightly(NOON + days(31)).done["temporary_cards_forgotten"] == 1
    assert (there(desk, card), there(desk, other)) == (True, False)
    desk.take_back("B1", NOON + days(32))
    assert desk.acts.nightly(NOON + days(33)).done["temporary_cards_forgotten"] == 1
    assert not there(desk, card)


def aged(folder: Path, name: str, age: float) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    moment = (NOON - days(age)).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_old_files_go_and_young_ones_links_and_folders_stay(tmp_path: Path) -> None:
    outside = aged(tmp_path, "outside/kept.log", 99)
    old, young = aged(tmp_path, "logs/a/old.log", 31), aged(tmp_path, "logs/young.log", 29)
    link = tmp_path / "logs" / "link.log"
    link.symlink_to(outside)
    assert forget_files(tmp_path / "logs", 30, NOON) == 1
    assert (old.exists(), young.exists(), link.exists(), outside.exists()) == (False, True, True, True)
    assert old.parent.is_dir()
    assert forget_files(tmp_path / "logs", 30, NOON) == 0


def test_files_kept_for_ever_and_folders_that_are_not_there_are_no_trouble(tmp_path: Path) -> None:
    aged(tmp_path, "old.log", 9999)
    assert forget_files(tmp_path, None, NOON) == 0
    assert forget_files(tmp_path / "nowhere", 1, NOON) == 0


@given(st.lists(st.floats(0, 100).filter(lambda age: abs(age - 30) > 0.01), max_size=8))
def test_exactly_the_files_older_than_the_period_go(
    tmp_path_factory: pytest.TempPathFactory, ages: list[float]
) -> None:
    folder = tmp_path_factory.mktemp("ages")
    paths = [(age, aged(folder, f"{number}.log", age)) for number, age in enumerate(ages)]
    assert forget_files(folder, 30, NOON) == sum(age > 30 for age in ages)
    assert all(path.exists() == (age < 30) for age, path in paths)
