"""A person's data: told whole, forgotten whole."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from threading import Barrier
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import select

from kiosk.membership.erasing import Erasing
from kiosk.membership.own_data import own_data
from kiosk.membership.own_data_text import own_data_text
from kiosk.membership.pins import Pins
from kiosk.membership.requests import PatronRequests
from kiosk.membership.self_service import SelfService
from kiosk.model.errors import CardUnknown, PatronHasLoans
from kiosk.model.money import Money
from kiosk.model.patron import Address, Guardian
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.storage import NewMessage, NewNotice, PatronFile
from kiosk.storage.tables import metadata
from kiosk.words import wording
from tests.circulation.desk import NOON, Desk, days, town_library

# Nobody else's words: wherever one of them is found, the person is.
OWN_WORDS = (
    "Brzęczyszczykiewicz", "brzeczyszczykiewicz", "Grzegorz", "Łękołody", "gb@chrzaszcz.example", "555-7788",
    "CARD-GB-1", "card-gb-1", "CARD-GB-2", "card-gb-2", "1947-08-13", "Zauberflöte", "lost his glasses",
    "GB@chrzaszcz.example", "told us at the desk", "forgot his wallet", "550 Nobody called gb", "Where is my",
    "in der Werkstatt",
)  # fmt: skip


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk at which one person has done all that leaves something behind; nothing of it is open."""
    who = desk.reader(
        "CARD-GB-1",
        last_name="Brzęczyszczykiewicz",
        first_name="Grzegorz",
        email="gb@chrzaszcz.example",
        phone="555-7788",
        birth_date=NOON.date().replace(year=1947, month=8, day=13),
        address=Address("Łękołody 1", "00-000", "Łękołody"),
    )
    ward = desk.reader("K1", category="child")
    own, requests = SelfService(desk.database, desk.decider), PatronRequests(desk.database, desk.decider)
    desk.copy("B1")
    desk.copy("D1", item_type="dvd")
    desk.lend("CARD-GB-1", "D1")
    desk.take_back("D1", NOON + days(40))
    desk.pay("1.50", "CARD-GB-1", reason="forgot his wallet")
    with desk.database.read() as view:
        owed = sum(one.open_amount.minor for one in view.ledger.open_charges(who.id))
    desk.pay(f"{owed / 100:.2f}", "CARD-GB-1", waive=True, reason="lost his glasses")
    own.keep_history("CARD-GB-1", True)
    desk.lend("CARD-GB-1", "B1")
    desk.take_back("B1", NOON + days(1))
    record = desk.copy("B2")
    desk.reader("R9")
    desk.lend("R9", "B2")
    desk.hold("CARD-GB-1", record)
    desk.cancel("CARD-GB-1", record)
    Pins(desk.database).check("CARD-GB-1", "0000", NOON)
    made = requests.make(RequestKind.PURCHASE, {"title": "Zauberflöte"}, at=NOON, card="CARD-GB-1")
    requests.decide(made.number, RequestState.ORDERED, by="anna", at=NOON, note="told us at the desk")
    requests.make(RequestKind.QUESTION, {"text": "Where is my bag?"}, at=NOON, email="GB@chrzaszcz.example")
    with desk.database.act() as work:
        work.patrons.guardians.set(ward.id, Guardian(who.id, "Grzegorz Brzęczyszczykiewicz", "555-7788"))
        work.patrons.lift(work.patrons.restrict(who.id, "lost his glasses", "anna", NOON), "anna", NOON)
        asked = work.messages.leave(NewMessage("m1", "Where is my book?", "de", NOON, patron_id=who.id))
        work.messages.reply(asked.id, "in der Werkstatt", by="anna", at=NOON)
        work.messages.leave(NewMessage("m2", "Where is my hat?", "de", NOON, email="gb@chrzaszcz.example"))
        work.notices.queue(
            NewNotice("n", "overdue", "email", "de", NOON, who.id, details={"to": "gb@chrzaszcz.example"})
        )
        waiting = work.notices.by_key("n")
        assert waiting is not None
        work.notices.failed(waiting.id, "550 Nobody called gb", next_try_at=NOON)
        work.notices.queue(
            NewNotice("a", "request_answer", "email", "de", NOON, details={"to": "GB@chrzaszcz.example"})
        )
        work.audit.write(
            at=NOON, account="anna", act="note", subject="patron", subject_id=who.id,
            details={"was": "Brzęczyszczykiewicz"}, reason="told us at the desk",
        )  # fmt: skip
        work.commit()
    own.replace_card("CARD-GB-1", NOON, by="anna", new="CARD-GB-2")
    return desk


def left_of(desk: Desk, words: tuple[str, ...] = OWN_WORDS) -> list[tuple[str, str]]:
    """Return every table in which a word stands, with the word: all rows of all tables are searched."""
    found = []
    with desk.database.read() as view:
        for table in metadata.sorted_tables:
            text = json.dumps(
                [list(map(str, row)) for row in view.link.all(select(table))], ensure_ascii=False
            )
            found += [(table.name, word) for word in words if word in text]
    return found


def test_the_export_has_every_word_that_is_kept_about_the_person(full: Desk) -> None:
    document = own_data(SelfService(full.database, full.decider).file("CARD-GB-2"), "Europe/Berlin")
    told = json.dumps(document, ensure_ascii=False)
    under_other_keys = {"brzeczyszczykiewicz", "card-gb-1", "card-gb-2", "Where is my hat", "Łękołody"}
    under_other_keys |= {"GB@chrzaszcz.example"}
    for word in set(OWN_WORDS) - under_other_keys:
        assert word in told, word
    assert "argon2" not in told
    assert document["requests"][0]["steps"][0]["note"] == "told us at the desk"
    assert document["wards"] == 1


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_the_export_can_be_read(full: Desk, language: str) -> None:
    file = SelfService(full.database, full.decider).file("CARD-GB-2")
    text = own_data_text(file, town_library(), wording(language))
    assert "Brzęczyszczykiewicz" in text
    assert "Zauberflöte" in text
    assert "data." not in text
    assert "None" not in text


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_whatever_can_be_kept_has_a_name_in_every_language(language: str) -> None:
    catalogue = wording(language).catalogue
    parts = {field.name for field in fields(PatronFile)} - {"steps"}
    assert [name for name in parts if f"data.part.{name}" not in catalogue] == []
    unnamed = {name for name in kept_names(PatronFile) - parts if not name.endswith("_id")}
    unnamed -= {"id", "key", "article_key", "act_id", "pin_hash"}
    assert [
        n for n in sorted(unnamed) if f"data.{n}" not in catalogue and f"field.{n}" not in catalogue
    ] == []


def kept_names(kind: Any) -> set[str]:
    """Return the names of all values in a type and in the types within it."""
    found = set()
    for inner in get_args(kind):
        found |= kept_names(inner)
    if isinstance(kind, type) and is_dataclass(kind) and kind is not Money:
        for name, hint in get_type_hints(kind).items():
            found |= {name} | kept_names(hint)
    return found


def test_nothing_is_left_of_an_erased_person_in_any_table(full: Desk) -> None:
    before = {word for _table, word in left_of(full)}
    assert before == set(OWN_WORDS)
    Erasing(full.database)("CARD-GB-2", by="anna", at=NOON)
    assert left_of(full) == []
    with full.database.read() as view:
        latest = view.audit.latest(1)[0]
    assert (latest.account, latest.act, latest.subject, latest.at) == ("anna", "erase", "patron", NOON)
    with pytest.raises(CardUnknown):
        Erasing(full.database)("CARD-GB-2", by="anna", at=NOON)


def test_the_sums_stay_when_the_person_goes(full: Desk) -> None:
    def sums() -> int:
        with full.database.read() as view:
            rows = view.link.all(select(metadata.tables["settlements"].c.amount))
        return sum(row.amount for row in rows)

    before = sums()
    Erasing(full.database)("CARD-GB-2", by="anna", at=NOON)
    assert before == sums() > 0


def test_what_others_left_under_a_shared_address_stays(full: Desk) -> None:
    full.reader("R8", email="gb@chrzaszcz.example")
    Erasing(full.database)("CARD-GB-2", by="anna", at=NOON)
    assert ("patrons", "gb@chrzaszcz.example") in left_of(full)
    assert ("messages", "Where is my") in left_of(full)


def test_nobody_is_forgotten_who_owes_or_has_something(full: Desk) -> None:
    assert full.lend("CARD-GB-2", "B1", NOON + days(2)).done
    with pytest.raises(PatronHasLoans):
        Erasing(full.database)("CARD-GB-2", by="anna", at=NOON)
    assert {word for _table, word in left_of(full)} == set(OWN_WORDS)


def test_lending_and_forgetting_at_once_leave_no_loan_of_nobody(full: Desk) -> None:
    start = Barrier(2)

    def lend() -> bool:
        start.wait(timeout=30)
        return full.lend("CARD-GB-2", "B1", NOON + days(2)).done

    def forget() -> bool:
        start.wait(timeout=30)
        try:
            Erasing(full.database)("CARD-GB-2", by="anna", at=NOON + days(2))
        except PatronHasLoans:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        lent, forgotten = pool.submit(lend), pool.submit(forget)
        assert lent.result() != forgotten.result()


def test_of_several_who_forget_a_person_at_once_one_does_and_the_others_are_told(full: Desk) -> None:
    start = Barrier(3)

    def forget(account: str) -> object:
        start.wait(timeout=30)
        try:
            Erasing(full.database)("CARD-GB-2", by=account, at=NOON)
        except CardUnknown as error:
            return error.values["card"]
        return None

    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(forget, ("anna", "jan", "ola")))
    assert sorted(map(str, told)) == ["CARD-GB-2", "CARD-GB-2", "None"]
    assert left_of(full) == []
    with full.database.read() as view:
        assert [entry.act for entry in view.audit.latest()].count("erase") == 1
