"""An answer becomes sentences: the question, for whom, the figure, and what follows, row by row."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.policies.aloud import read_aloud
from kiosk.policies.answer import ArticleAnswer, Choice, Refinement
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, TableRow

FEES = {
    "en": ("€0.20", "Late, per day", "Film", "Book"),
    "de": ("0,20\xa0€", "Zu spät, pro Tag", "Film", "Buch"),
    "pl": ("0,20\xa0€", "Kara za dzień", "Film", "Książka"),
}


def answer(*blocks: Block, language: str = "en", figure: str | None = None, lead: str = "") -> ArticleAnswer:
    return ArticleAnswer(
        key="x",
        language=language,
        topic="x",
        title="How long may I keep a film?",
        figure=figure,
        lead=Paragraph((Run(lead[:3], strong=True), Run(lead[3:]))) if lead else None,
        blocks=blocks,
        text="",
        refine=(
            Refinement("item_type", "For what?", (Choice("dvd", "Film"), Choice("book", "Book")), "dvd"),
            Refinement("branch", "Where?", (Choice("MAIN", "Main"),)),
        ),
        related=(),
        as_of=date(2026, 11, 24),
    )


def test_the_question_is_said_first_and_the_day_last() -> None:
    said = read_aloud(answer(figure="7 days", lead="You may keep it."))
    assert said == (
        "How long may I keep a film?",
        "For what? Film.",
        "7 days.",
        "You may keep it.",
        "Straight from the library’s rules, for 24th November 2026.",
    )


def test_what_kind_of_card_somebody_has_is_not_said_into_the_room() -> None:
    kinds = (Choice("adult", "Adults"), Choice("child", "Children"))
    own = Refinement("patron_category", "For whom?", kinds, "child", own=True)
    fees = Table(
        ("For whom", "A year"),
        (TableRow(("Adults", "€15")), TableRow(("Children", "–"), marked=True)),
        "membership",
    )
    said = read_aloud(replace(answer(fees), refine=(own,)))
    assert said[1:-1] == ("Adults: A year: 15 euros.", "Children.")
    assert "For whom? Children." in read_aloud(replace(answer(), refine=(replace(own, own=False),)))


def test_a_figure_that_the_answer_itself_says_is_said_once() -> None:
    said = read_aloud(answer(figure="7 days", lead="You may keep it for 7 days."))
    assert sum("7 days" in one for one in said) == 1


@pytest.mark.parametrize("language", FEES)
def test_a_table_is_said_row_by_row_with_its_heads_the_row_asked_for_first(language: str) -> None:
    price, head, film, book = FEES[language]
    rows = (TableRow((book, "–", price)), TableRow((film, "3–5", price), marked=True))
    _title, _what, first, second, _day = read_aloud(
        answer(Table(("", "X", head), rows, "fees"), language=language)
    )
    cents = {"en": "20 cents", "de": "20 Cent", "pl": "20 centów"}[language]
    to = {"en": "3 to 5", "de": "3 bis 5", "pl": "3 do 5"}[language]
    assert first == f"{film}: X: {to}; {head}: {cents}."
    assert second == f"{book}: {head}: {cents}."


def test_a_single_column_is_named_once_and_hours_stay_in_the_order_of_days() -> None:
    rows = (TableRow(("Monday", "closed")), TableRow(("Tuesday", "10:30–19:30"), marked=True))
    said = read_aloud(answer(Table(("Day", "Main Library"), rows, "hours")))
    assert said[2:4] == ("Monday: Main Library: closed.", "Tuesday: 10:30 am to 7:30 pm.")


def test_points_steps_and_headings_are_said_and_marks_are_not() -> None:
    blocks = (
        Heading("How it works"),
        Steps(((Run("Press "), Run("Print", strong=True)), (Run("Pay €0.10"),))),
        Bullets(((Run("books"),), (Run("films – new ones"),))),
        Table(("A",), (TableRow(("alone",)), TableRow(()))),
    )
    steps = ("Step 1: Press Print.", "Step 2: Pay 10 cents.")
    assert read_aloud(answer(*blocks))[2:-1] == (
        "How it works.",
        *steps,
        "books.",
        "films, new ones.",
        "alone.",
    )
