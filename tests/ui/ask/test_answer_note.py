"""What of an answer goes to a phone, without a screen: all of it, or whole blocks from the first on."""

from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.library import Channel
from kiosk.paper.squares import qr_modules
from kiosk.policies.answer import ArticleAnswer, Choice, Refinement
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, TableRow
from kiosk.ui.patron.answer_note import CORRECTION, ROOM, AnswerNote, answer_note
from kiosk.words import wording
from tests.ui.frame.test_help_state import LIBRARY, WEEK

_LARGEST = 25  # version of a code that a phone reads from the smallest screen
SITE = replace(LIBRARY, channels=(*LIBRARY.channels, Channel("web", "library.example", WEEK)))


def said(text: str) -> tuple[Run, ...]:
    return (Run(text),)


class Changed(TypedDict, total=False):
    """What of an answer may be otherwise."""

    title: str
    figure: str | None
    lead: Paragraph | None
    personal: bool
    refine: tuple[Refinement, ...]


def article(*blocks: Block, key: str = "loan-periods", **changed: Unpack[Changed]) -> ArticleAnswer:
    """Return an answer as the library would give it."""
    plain = ArticleAnswer(
        key=key,
        language="en",
        topic="borrow",
        title="How long may I keep things?",
        figure="7 days",
        lead=Paragraph((Run("You may keep it "), Run("7 days", strong=True), Run("."))),
        blocks=blocks,
        text="",
        refine=(Refinement("item_type", "What?", (Choice("dvd", "Film"), Choice("book", "Book")), "dvd"),),
        related=(),
        as_of=date(2026, 11, 24),
    )
    return replace(plain, **changed)


def note(answer: ArticleAnswer, language: str = "en", room: int = ROOM) -> AnswerNote:
    return answer_note(answer, SITE, "MAIN", wording(language, "Europe/Berlin", ("en",)), room)


def test_a_short_answer_goes_whole_with_its_day_and_how_the_library_is_reached() -> None:
    table = Table(
        ("What", "How long", "Renewals"),
        (TableRow(("Film", "7 days", "2 times"), marked=True), TableRow(("Book", "28 days", "3 times"))),
    )
    taken = note(
        article(
            table, Heading("How to renew"), Steps((said("Sign in."), said("Touch Renew."))), Heading("Idle")
        )
    )
    assert taken.text.split("\n\n") == [
        "How long may I keep things?",
        "7 days",
        "You may keep it 7 days.",
        "What? Film",
        "Film: How long 7 days, Renewals 2 times\nBook: How long 28 days, Renewals 3 times",
        "How to renew\n1. Sign in.\n2. Touch Renew.",
        "Straight from the library’s rules, for 24 November 2026\nTown Library\n"
        "+49 341 5550-120\ndesk@library.example\nlibrary.example",
    ]
    assert (taken.cut, taken.own) == (False, False)


def test_a_long_one_is_cut_at_whole_blocks_and_says_where_the_rest_is() -> None:
    blocks = tuple(Paragraph(said(f"Paragraph {n}: {'word ' * 40}end.")) for n in range(9))
    taken = note(article(*blocks))
    parts = taken.text.split("\n\n")
    assert taken.cut
    assert len(taken.text.encode()) <= ROOM
    kept = [part for part in parts if part.startswith("Paragraph")]
    assert 2 < len(kept) < 9
    assert all(part.endswith("end.") for part in kept)
    assert parts[-1].startswith("… There is more at the desk or at library.example.\nStraight from")


def test_a_long_table_gives_whole_rows_the_one_asked_for_first() -> None:
    rows = tuple(TableRow((f"Kind {n}", "28 days " * 9), marked=n == 30) for n in range(40))
    taken = note(
        article(Heading("All kinds"), Table(("What", "How long"), rows, "loans"), Paragraph(said("Z")))
    )
    part = next(part for part in taken.text.split("\n\n") if part.startswith("All kinds"))
    lines = part.split("\n")
    assert lines[1].startswith("Kind 30: 28 days")
    assert 3 < len(lines) < 40
    assert all(line.count("28 days") == 9 for line in lines[1:])
    assert ROOM - 90 < len(taken.text.encode()) <= ROOM
    assert "\n\nZ\n\n" not in taken.text


def test_nothing_that_only_leads_to_what_is_left_out_stays_behind() -> None:
    long = Bullets(tuple(said("word " * 60) for _ in range(6)))
    taken = note(article(Heading("Papers"), Paragraph(said("Bring three things:")), long))
    assert "Bring" not in taken.text
    assert "Papers" not in taken.text
    assert taken.cut


def test_without_a_website_the_rest_is_at_the_desk() -> None:
    bare = replace(LIBRARY, channels=())
    long = article(*(Paragraph(said("word " * 60)) for _ in range(9)))
    taken = answer_note(long, bare, "MAIN", wording("de", "Europe/Berlin"))
    assert "… Mehr dazu an der Theke.\n" in taken.text


def test_what_the_account_says_is_known_as_such() -> None:
    assert note(article(personal=True)).own
    kinds = (Choice("adult", "Adults"), Choice("child", "Children"))
    assert note(article(refine=(Refinement("patron_category", "For whom?", kinds, "child", own=True),))).own


@pytest.mark.parametrize(
    "text", ["Öffnungszeiten, ß – „so“", "żółw, śledź, łąka", "Читальный зал", "図書館 📚"]
)
@pytest.mark.parametrize("times", [1, 9, 400])
def test_every_alphabet_fits_into_the_largest_code(text: str, times: int) -> None:
    endless = " ".join([text] * times)
    answers: tuple[ArticleAnswer, ...] = (
        article(Paragraph(said(endless)), title=endless),
        article(Paragraph(said(endless)), lead=Paragraph(said(endless))),
        article(figure=endless, lead=None),
    )
    for answer in answers:
        taken = note(answer)
        assert len(qr_modules(taken.text, CORRECTION)) <= 17 + 4 * _LARGEST
        assert taken.text.startswith(answer.title[:20])
        assert taken.cut == (times > 9 or len(taken.text.encode()) > ROOM)


def test_the_room_is_what_the_largest_code_holds() -> None:
    assert segno.make_qr("ä" * (ROOM // 2) + "x", error=CORRECTION, encoding="utf-8").version == _LARGEST
    more = qr_modules("ä" * (ROOM // 2 + 1), CORRECTION)
    assert len(more) > 17 + 4 * _LARGEST


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=300), max_size=12),
    st.text(min_size=1, max_size=400),
    st.integers(40, 1500),
)
def test_a_note_is_never_larger_than_its_room(texts: list[str], title: str, room: int) -> None:
    texts = [text.encode(errors="ignore").decode() for text in texts]
    title = title.encode(errors="ignore").decode()
    answer = article(*(Paragraph(said(text)) for text in texts), title=title)
    taken = note(answer, room=room)
    assert len(taken.text.encode()) <= room
    assert taken.cut or all(text in taken.text for text in texts)
