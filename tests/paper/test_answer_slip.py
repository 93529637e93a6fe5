"""An answer's slip says the answer for whom and as of when, and fits the roll whatever it says."""

import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.lib.units import mm

from kiosk.paper.answer_slip import AnswerSlip, SlipPart, SlipText, answer_slip_pdf
from kiosk.words import wording

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
TABLE = SlipText(
    SlipPart.TABLE,
    heads=("Was Sie leihen", "Wie lange", "Verlängerungen"),
    rows=(("Buch", "28 Tage", "3 Mal"), ("Film", "7 Tage", "2 Mal")),
    marked=1,
)


def slip(*texts: SlipText, **values: str) -> AnswerSlip:
    return AnswerSlip("Stadtbibliothek Lindenau", AT, date(2026, 11, 24), "Wie lange?", texts=texts, **values)  # type: ignore[arg-type]


def text_of(document: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(document)).pages
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "für den 24. November 2026"),
        ("en", "for 24 November 2026"),
        ("pl", "na dzień 24 listopada 2026"),
    ],
)
def test_it_says_the_answer_and_for_which_day_it_holds(language: str, said: str) -> None:
    words = wording(language, "Europe/Berlin")
    told = text_of(answer_slip_pdf(slip(figure="7 Tage", lead="Bis 1. Dezember."), words))
    assert "Wie lange?" in told
    assert "7 Tage" in told
    assert "Bis 1. Dezember." in told
    assert said in told


def test_a_table_names_each_value_below_what_it_is_about() -> None:
    told = text_of(answer_slip_pdf(slip(TABLE), wording("de", "Europe/Berlin")))
    assert "Film Wie lange 7 Tage Verlängerungen 2 Mal" in told


def test_steps_are_numbered_and_points_are_not() -> None:
    steps, points = SlipText(SlipPart.STEPS, ("Kommen", "Gehen")), SlipText(SlipPart.BULLETS, ("Hier",))
    told = text_of(answer_slip_pdf(slip(steps, points), wording("de", "Europe/Berlin")))
    assert "1. Kommen 2. Gehen – Hier" in told


texts = st.builds(
    SlipText,
    part=st.sampled_from(SlipPart),
    lines=st.lists(st.text(max_size=300), max_size=4).map(tuple),
    heads=st.lists(st.text(max_size=40), max_size=4).map(tuple),
    rows=st.lists(st.lists(st.text(max_size=90), max_size=6).map(tuple), max_size=5).map(tuple),
    marked=st.integers(-1, 6),
)


@given(st.lists(texts, max_size=4), st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_whatever_an_article_says_becomes_one_page_of_the_rolls_width(
    parts: list[SlipText], figure: str, lead: str
) -> None:
    (page,) = PdfReader(
        io.BytesIO(answer_slip_pdf(slip(*parts, figure=figure, lead=lead), wording("pl", "Europe/Berlin")))
    ).pages
    assert float(page.mediabox.width) == pytest.approx(80 * mm, abs=0.5)
