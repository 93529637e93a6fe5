"""Questions about oneself are told from those about the rules, and answered from one's own account."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.cli.answers import answer_document
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.charge import ChargeKind
from kiosk.model.clock import FixedClock
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.policies.answer import Answered, Band
from kiosk.policies.asking import Asking
from kiosk.policies.blocks import Table, plain
from kiosk.policies.folders import load_articles
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.own_matters import OwnMatter, own_matter
from kiosk.storage import Database, NewCharge, NewMessage, View
from tests.storage.builders import description, new_loan, new_record

from .conftest import DATA, NOW, empty_database

DUE = datetime(2026, 11, 28, 22, 59, 59, tzinfo=UTC)


def rows() -> list[tuple[str, str, str]]:
    with (Path(__file__).parent / "own_questions.csv").open(encoding="utf-8") as stream:
        return [(row["language"], row["matter"], row["question"]) for row in csv.DictReader(stream)]


def matter_of(knowledge: Knowledge, question: str, language: str) -> OwnMatter | None:
    return own_matter(question, language, lambda word: knowledge.is_familiar(word, language))


@pytest.mark.parametrize(("language", "matter", "question"), rows())
def test_a_question_about_oneself_is_told_from_one_about_the_rules(
    knowledge: Knowledge, language: str, matter: str, question: str
) -> None:
    assert (matter_of(knowledge, question, language) or "") == matter


@pytest.mark.parametrize(
    "question", ["", "?", "my", "m\x00y due", "когда мои книги", "my books due when " * 400]
)
def test_what_is_no_question_asks_for_nothing_of_the_account(knowledge: Knowledge, question: str) -> None:
    assert matter_of(knowledge, question, "en") is None


@pytest.fixture
def own(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    load_articles(database, DATA / "policies", by="test", at=NOW)
    with database.act() as work:
        who = work.patrons.add(Patron(0, "C1", "Nowak", "child", expires_on=date(2027, 3, 1)))
        assert who is not None
        for n, due in enumerate((DUE, DUE - timedelta(days=14))):
            record = work.records.add(new_record(description(f"Title {n}")), NOW)
            item = work.items.add(Item(0, record.id, f"B{n}", "MAIN", "book"))
            assert item is not None
            work.loans.open(new_loan(item, who, due_at=due, lent_at=due - timedelta(days=28)))
        work.messages.leave(
            NewMessage("m1", "Your book is here.", "en", NOW, patron_id=who.id, from_staff=True)
        )
        work.commit()
    yield database
    database.close()


def asking_of(database: Database) -> Asking:
    return Asking(database, Decider(LibraryCache()), FixedClock(NOW))


def ask(asking: Asking, question: str, language: str = "en", *, card: str | None = None) -> Answered:
    return asking.ask(question, language, branch="MAIN", card=card)


def test_with_a_card_the_account_answers_first_and_what_holds_for_all_follows(own: Database) -> None:
    answered = ask(asking_of(own), "When are my books due?", card="C1")
    assert (answered.own, answered.sign_in) == (OwnMatter.LOANS, False)
    mine = answered.own_answer
    assert mine is not None
    assert mine.figure == "Saturday 14 November"
    table = mine.blocks[0]
    assert isinstance(table, Table)
    assert [(row.cells[0], row.marked) for row in table.rows] == [("Title 1", True), ("Title 0", False)]
    assert "One of them is late." in mine.text
    assert answered.answers
    document = answer_document(answered)
    assert document["own"] == "loans"
    assert document["own_answer"] == {"title": mine.title, "figure": mine.figure, "text": mine.text}


def test_without_a_card_signing_in_is_offered_and_the_general_answer_is_there(own: Database) -> None:
    answered = ask(asking_of(own), "what do i owe?")
    assert (answered.own, answered.own_answer, answered.sign_in) == (OwnMatter.CHARGES, None, True)
    assert answered.answers[0].key == "paying-fees"


def test_nobody_who_asks_for_own_loans_is_told_the_date_of_something_borrowed_today(own: Database) -> None:
    asking = asking_of(own)
    general = ask(asking, "If I take this today, when is it due?", card="C1")
    date_today = "Tuesday 22 December"
    assert any(date_today in answer.text for answer in general.answers)
    for card in (None, "C1"):
        answered = ask(asking, "when do i have to return my loans", card=card)
        assert answered.own is OwnMatter.LOANS
        assert "loan-periods" in [answer.key for answer in answered.answers]
        assert not any(date_today in answer.text for answer in answered.answers)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_matter_is_answered_in_every_language_with_or_without_anything_there(
    own: Database, language: str
) -> None:
    with own.act() as work:
        work.patrons.add(Patron(0, "C2", "Nobody", "adult"))
        work.commit()
    asking = asking_of(own)
    asked = {matter: question for lang, matter, question in rows() if matter and lang == language}
    assert set(asked) == {str(matter) for matter in OwnMatter}
    for matter, question in asked.items():
        for card in ("C1", "C2"):
            answered = ask(asking, question, language, card=card)
            assert answered.band is not Band.NONE, question
            mine = answered.own_answer
            assert mine is not None
            assert mine.key == f"own-{matter}"
            assert mine.text
            assert "own." not in mine.title + mine.text + (mine.figure or "")
            assert all(
                len(row.cells) == len(block.header)
                for block in mine.blocks
                if isinstance(block, Table)
                for row in block.rows
            )


def test_what_is_left_the_day_the_card_runs_out_and_messages_are_told(own: Database) -> None:
    asking = asking_of(own)
    figures = {
        question: answered.own_answer.figure
        for question in (
            "how many more can i take?",
            "when does my card run out?",
            "have I got any messages?",
        )
        if (answered := ask(asking, question, card="C1")).own_answer is not None
    }
    assert list(figures.values()) == ["10", "1 March 2027", "1"]


def test_what_is_owed_is_told_charge_by_charge_and_whether_it_still_grows(own: Database) -> None:
    with own.act() as work:
        who = work.patrons.add(Patron(0, "C3", "Kowal", "adult"))
        assert who is not None
        note = "a broken case"
        work.ledger.book(NewCharge("c1", who.id, ChargeKind.OTHER, Money(250, "EUR"), NOW, note=note))
        work.commit()
    mine = ask(asking_of(own), "what do i owe", card="C3").own_answer
    assert mine is not None
    assert (mine.figure, plain(mine.lead.runs if mine.lead else ())) == ("€2.50", "You owe €2.50.")
    assert [row.cells for table in mine.blocks if isinstance(table, Table) for row in table.rows] == [
        ("Fee", "a broken case", "€2.50")
    ]
    with own.act() as work:
        record = work.records.add(new_record(description("Late")), NOW)
        item = work.items.add(Item(0, record.id, "L1", "MAIN", "dvd"))
        assert item is not None
        work.loans.open(
            new_loan(item, who, due_at=DUE - timedelta(days=14), lent_at=NOW - timedelta(days=40))
        )
        work.commit()
    grown = ask(asking_of(own), "what do i owe", card="C3").own_answer
    assert grown is not None
    assert "still run" in grown.text
    assert "Late fee so far, still running: Title Late" in grown.text


def test_while_the_database_is_away_the_account_is_not_told(
    own: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = asking_of(own)
    ask(asking, "what do i owe?", card="C1")

    def away() -> View:
        raise DatabaseUnavailable(reason="gone")

    monkeypatch.setattr(own, "read", away)
    answered = ask(asking, "what do i owe?", card="C1")
    assert (answered.own, answered.own_answer) == (OwnMatter.CHARGES, None)
    assert answered.answers
