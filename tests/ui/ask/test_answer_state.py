"""The Answer page's state is a table of what came back and what was done with it."""

from datetime import date

import pytest

from kiosk.model.errors import DatabaseBusy
from kiosk.model.library import Library
from kiosk.policies.answer import Answered, ArticleAnswer, Band, Choice, Refinement, RelatedQuestion
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, TableRow
from kiosk.staff.library_file import read_library_file
from kiosk.ui.patron.answer_blocks import answer_blocks, kind_icon, marked_up
from kiosk.ui.patron.answer_reading import Reading
from kiosk.ui.patron.answer_state import (
    AnswerInputs,
    AnswerMode,
    AnswerState,
    Paper,
    Surroundings,
    Verdict,
    answer_state,
    pinned,
)
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import wording
from tests.ui.ask.asking_library import DATA, NIGHT, NOW

LOANS = Table(
    ("Was", "Wie lange"),
    (TableRow(("Buch", "28 Tage"), "book"), TableRow(("Film", "7 Tage"), "dvd", marked=True)),
    "loans",
)
HOURS = Table(
    ("Tag", "Hier"), (TableRow(("Mo", "zu"), "1"), TableRow(("Di", "auf"), "2", marked=True)), "hours"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library_file(DATA / "library.toml")


def an_answer(*blocks: Block, key: str = "loan-periods", figure: str | None = "7 Tage") -> ArticleAnswer:
    for_whom = Refinement(
        "patron_category", "Für wen?", (Choice("adult", "A"), Choice("child", "K")), "adult"
    )
    return ArticleAnswer(
        key=key,
        language="de",
        topic="borrowing",
        title="Wie lange?",
        figure=figure,
        lead=Paragraph((Run("Sie dürfen es "), Run("7 Tage", strong=True), Run(" behalten."))),
        blocks=blocks,
        text="",
        refine=(for_whom,),
        related=(RelatedQuestion("renewals", "Verlängern?"),),
        as_of=date(2026, 11, 24),
        account_would_say=True,
    )


def shown(
    library: Library,
    reading: Reading,
    inputs: AnswerInputs | None = None,
    *,
    night: bool = False,
    signed_in: bool = False,
) -> AnswerState:
    now = NIGHT if night else NOW
    around = Surroundings(library, "MAIN", wording("de", "Europe/Berlin", library.languages), now, signed_in)
    return answer_state(inputs or AnswerInputs(question="wie lange"), reading, around)


def test_nothing_is_claimed_before_the_answer_is_there(library: Library) -> None:
    state = shown(library, Reading())
    assert (state.mode, state.title, state.channels) == (AnswerMode.WAITING, "", ())


def test_an_answer_shows_figure_lead_and_the_day_for_which_it_holds(library: Library) -> None:
    state = shown(library, Reading(shown=an_answer()))
    assert state.mode == AnswerMode.ANSWER
    assert state.figure == "7 Tage"
    assert state.lead == "Sie dürfen es <b>7 Tage</b> behalten."
    assert state.as_of.endswith("24. November 2026")
    assert [chip.value for chip in state.chips["patron_category"] if chip.selected] == ["adult"]


@pytest.mark.parametrize(("signed_in", "hinted"), [(False, True), (True, False)])
def test_a_card_is_asked_for_only_while_there_is_none(
    library: Library, signed_in: bool, hinted: bool
) -> None:
    assert bool(shown(library, Reading(shown=an_answer()), signed_in=signed_in).card_hint) is hinted


def test_sections_after_the_table_stand_apart_from_the_answer(library: Library) -> None:
    blocks = (Paragraph((Run("a"),)), LOANS, Heading("Mehr"), Paragraph((Run("b"),)))
    state = shown(library, Reading(shown=an_answer(*blocks)))
    assert [block.kind for block in state.blocks] == ["paragraph", "table"]
    assert [block.kind for block in state.details] == ["heading", "paragraph"]


def test_without_a_figure_all_of_it_is_the_answer(library: Library) -> None:
    blocks = (LOANS, Heading("Mehr"), Paragraph((Run("b"),)))
    state = shown(library, Reading(shown=an_answer(*blocks, figure=None)))
    assert len(state.blocks) == 3
    assert state.details == ()


def test_a_no_offers_the_other_answers_and_whom_to_ask(library: Library) -> None:
    found = (an_answer(), an_answer(key="renewals"), an_answer(key="holds"))
    reading = Reading(Answered("wie lange", "de", Band.ANSWER, found), found[0])
    state = shown(library, reading, AnswerInputs(verdict=Verdict.NO))
    assert [row.article for row in state.others] == ["holds"]  # renewals is related and stands there
    assert state.channels


@pytest.mark.parametrize("verdict", [Verdict.OPEN, Verdict.YES])
def test_nothing_else_is_offered_unless_the_answer_failed(library: Library, verdict: Verdict) -> None:
    found = (an_answer(), an_answer(key="holds"))
    reading = Reading(Answered("wie lange", "de", Band.ANSWER, found), found[0])
    state = shown(library, reading, AnswerInputs(verdict=verdict))
    assert (state.others, state.channels) == ((), ())


def test_a_choice_offers_three_questions_at_most(library: Library) -> None:
    found = tuple(an_answer(key=key) for key in ("a", "b", "c", "d"))
    state = shown(library, Reading(Answered("?", "de", Band.CHOOSE, found)))
    assert state.mode == AnswerMode.CHOOSE
    assert [row.article for row in state.others] == ["a", "b", "c"]


def test_nothing_found_names_whom_to_ask_and_the_catalogue_where_it_may_help(library: Library) -> None:
    state = shown(library, Reading(Answered("?", "de", Band.NONE, (), "Rushdie")))
    assert state.mode == AnswerMode.NONE
    assert state.search == "Im Katalog suchen: „Rushdie“"
    assert [channel.kind for channel in state.channels] == ["phone", "email", "web"]


def test_whoever_can_be_reached_now_stands_first(library: Library) -> None:
    by_night = shown(library, Reading(Answered("?", "de", Band.NONE)), night=True).channels
    assert [(channel.kind, channel.open) for channel in by_night] == [
        ("email", True),
        ("web", True),
        ("phone", False),
    ]
    assert "wieder geöffnet ab Mittwoch 10:00" in by_night[-1].state


def test_trouble_says_what_to_do_and_whom_to_ask(library: Library) -> None:
    state = shown(library, Reading(), AnswerInputs(trouble=trouble_behind(DatabaseBusy())))
    assert state.mode == AnswerMode.TROUBLE
    assert "noch einmal" in state.title
    assert "(K205)" in state.title
    assert state.channels


@pytest.mark.parametrize("paper", list(Paper))
def test_the_slip_is_spoken_of_from_its_beginning(library: Library, paper: Paper) -> None:
    note = shown(library, Reading(shown=an_answer()), AnswerInputs(paper=paper)).paper_note
    assert bool(note) is (paper is not Paper.NONE)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({"item_type": "dvd"}, {"item_type": "dvd"}),
        ({"item_type": None, "patron_category": "adult", "branch": "MAIN"}, {}),
        ({"patron_category": "child", "branch": "WEST"}, {"patron_category": "child", "branch": "WEST"}),
    ],
)
def test_only_what_the_question_says_itself_is_pinned(
    chosen: dict[str, str | None], kept: dict[str, str]
) -> None:
    refine = [Refinement(key, "?", (), value) for key, value in chosen.items()]
    assert pinned(refine, "MAIN", "adult") == kept


def test_the_row_asked_for_leads_where_the_order_says_nothing() -> None:
    table, hours = answer_blocks((LOANS, HOURS))
    assert (table.rows[0][0], table.marked, table.icons) == ("Film", 0, ("film", "book"))
    assert (hours.rows[0][0], hours.marked, hours.icons) == ("Mo", 1, ())
    assert (table.figures, hours.figures) == (True, False)


def test_a_row_too_short_or_too_long_fits_its_table() -> None:
    ragged = Table(("a", "b"), (TableRow(("1",)), TableRow(("1", "2", "3"))))
    (table,) = answer_blocks((ragged,))
    assert table.rows == (("1", ""), ("1", "2"))
    assert sum(table.shares) == pytest.approx(1, abs=0.01)


def test_nothing_an_article_says_becomes_a_mark() -> None:
    runs = (Run("<img src=x> & "), Run("</b>", strong=True))
    assert marked_up(runs) == "&lt;img src=x&gt; &amp; <b>&lt;/b&gt;</b>"


def test_lists_and_steps_keep_their_order() -> None:
    items = ((Run("eins"),), (Run("zwei", strong=True),))
    bullets, steps = answer_blocks((Bullets(items), Steps(items)))
    assert (bullets.kind, steps.kind) == ("bullets", "steps")
    assert bullets.items == steps.items == ("eins", "<b>zwei</b>")


@pytest.mark.parametrize(
    ("code", "icon"),
    [
        ("dvd", "film"),
        ("DVD", "film"),
        ("music_cd", "music"),
        ("audiobook", "audio"),
        ("spade", "tag"),
        ("", "tag"),
    ],
)
def test_an_item_type_has_a_drawing_whatever_its_code(code: str, icon: str) -> None:
    assert kind_icon(code) == icon


def test_the_sample_library_has_a_drawing_of_its_own_for_what_it_lends(library: Library) -> None:
    told = {kind.code: kind_icon(kind.code) for kind in library.item_types}
    assert {code for code, icon in told.items() if icon == "tag"} == {"kit"}
