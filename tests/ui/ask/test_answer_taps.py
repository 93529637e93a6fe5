"""Chips touched on a question's page, and Back: every touch is undone by one, in whatever order they come."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.policies.answer import ArticleAnswer, Choice, Refinement
from kiosk.ui.patron.answer_reading import Reading
from kiosk.ui.patron.answer_state import AnswerInputs, Paper, Verdict
from kiosk.ui.patron.answer_taps import MOST_TAPS, AnswerPage, came, for_another, printed, tapped, undone
from kiosk.ui.shared.trouble import Trouble

KINDS, GROUPS = ("book", "dvd", "game"), ("adult", "child")
USUAL = {"item_type": None, "patron_category": "adult"}


def answer(**chosen: str | None) -> ArticleAnswer:
    refine = tuple(
        Refinement(key, "?", tuple(Choice(code, code) for code in codes), chosen[key])
        for key, codes in (("item_type", KINDS), ("patron_category", GROUPS))
    )
    return ArticleAnswer("loan-periods", "en", "", "?", None, None, (), "", refine, (), date(2026, 11, 24))


def read(page: AnswerPage) -> AnswerPage:
    """Let the answer to what is chosen come."""
    reading = Reading(shown=answer(**{**USUAL, **page.inputs.chosen}))
    return came(page, page.inputs, reading, page.screen)


def opened(**chosen: str) -> AnswerPage:
    return read(AnswerPage(AnswerInputs(question="how long", chosen=chosen)))


def touched(page: AnswerPage, *values: str) -> AnswerPage:
    """Touch chips, each once the answer to the one before is there."""
    for value in values:
        page = read(tapped(page, "patron_category" if value in GROUPS else "item_type", value))
    return page


def backs(page: AnswerPage) -> list[dict[str, str]]:
    """Return what is chosen after each Back, until it leaves the page."""
    chosen = []
    while (before := undone(page)) is not None:
        page = before
        chosen.append(dict(page.inputs.chosen))
    return chosen


def test_each_touch_narrows_and_each_back_undoes_one() -> None:
    page = touched(opened(item_type="dvd"), "book", "child")
    assert page.inputs.chosen == {"item_type": "book", "patron_category": "child"}
    assert backs(page) == [{"item_type": "book"}, {"item_type": "dvd"}]


def test_the_same_chip_twice_is_as_if_it_had_not_been_touched() -> None:
    assert backs(touched(opened(), "dvd", "dvd")) == []
    assert backs(touched(opened(item_type="dvd"), "dvd", "dvd")) == []
    assert backs(touched(opened(item_type="dvd"), "dvd")) == [{"item_type": "dvd"}]


def test_to_and_fro_between_two_chips_makes_no_longer_way_back() -> None:
    assert backs(touched(opened(), "book", "dvd", "book", "dvd", "book")) == [{}]


def test_a_chip_that_is_chosen_by_itself_is_no_step() -> None:
    page = opened()
    assert tapped(page, "patron_category", "adult") == page
    assert tapped(page, "day", "sat") == page, "the answer does not ask for a day"


def test_back_shows_the_answer_that_was_there_and_reads_it_no_more() -> None:
    first = opened()
    page = undone(touched(first, "book", "dvd"))
    assert page is not None
    assert (page.awaited, page.reading) == (False, touched(first, "book").reading)


def test_an_answer_that_never_came_is_awaited_once_more() -> None:
    page = undone(read(tapped(tapped(opened(), "item_type", "book"), "item_type", "dvd")))
    assert page is not None
    assert (page.awaited, page.inputs.chosen) == (True, {"item_type": "book"})


def test_what_another_card_or_language_was_told_is_not_shown_again() -> None:
    page = undone(read(for_another(touched(opened(), "book"))))
    assert page is not None
    assert page.awaited


def test_where_nothing_can_be_read_back_leads_at_once_to_what_is_known_or_away() -> None:
    def broken(page: AnswerPage) -> AnswerPage:
        return replace(page, inputs=replace(page.inputs, trouble=Trouble("answer.trouble.gone")))

    known = touched(opened(), "book")
    away = broken(tapped(tapped(known, "item_type", "dvd"), "item_type", "game"))
    back = undone(away)
    assert back is not None
    assert (back.reading, back.awaited, back.inputs.trouble) == (known.reading, False, None)
    assert undone(broken(for_another(touched(known, "dvd", "game")))) is None


def test_an_impatient_second_touch_while_the_answer_is_read_changes_nothing() -> None:
    once = tapped(opened(), "item_type", "dvd")
    assert tapped(once, "item_type", "dvd") == once
    off = tapped(opened(item_type="dvd"), "item_type", "dvd")
    assert tapped(off, "item_type", "dvd") == off


def test_chips_touched_while_the_answer_is_read_are_steps_each() -> None:
    page = tapped(opened(), "item_type", "dvd")
    page = tapped(tapped(page, "item_type", "book"), "patron_category", "child")
    assert page.inputs.chosen == {"item_type": "book", "patron_category": "child"}
    assert backs(page) == [{"item_type": "book"}, {"item_type": "dvd"}, {}]


def test_before_there_is_an_answer_nothing_is_touched_and_back_leaves() -> None:
    page = AnswerPage(AnswerInputs(question="how long"))
    assert tapped(page, "item_type", "dvd") == page
    assert undone(page) is None


def test_what_was_said_and_printed_of_an_answer_stays_its_own() -> None:
    page = opened()
    page = replace(page, inputs=replace(page.inputs, verdict=Verdict.YES))
    page = printed(page, page.inputs.step, Paper.PRINTED, "")
    other = touched(page, "dvd")
    assert (other.inputs.verdict, other.inputs.paper) == (Verdict.OPEN, Paper.NONE)
    again = undone(other)
    assert again is not None
    assert (again.inputs.verdict, again.inputs.paper) == (Verdict.YES, Paper.PRINTED)


def test_a_slip_that_is_ready_late_is_told_of_with_the_answer_that_it_says() -> None:
    page = opened()
    asked = page.inputs.step
    page = touched(printed(page, asked, Paper.PRINTING, ""), "dvd")
    page = printed(page, asked, Paper.FAILED, "K1")
    assert page.inputs.paper is Paper.NONE
    first = undone(page)
    assert first is not None
    assert (first.inputs.paper, first.inputs.paper_code) == (Paper.FAILED, "K1")
    for later in (touched(first, "book"), for_another(first)):
        assert printed(later, page.inputs.step, Paper.PRINTED, "").inputs.paper is Paper.NONE, "a step anew"


def test_another_card_or_language_keeps_the_way_back_but_no_slip() -> None:
    page = printed(opened(), 0, Paper.PRINTED, "")
    page = touched(for_another(touched(page, "dvd")), "child")
    assert backs(page) == [{"item_type": "dvd"}, {}]
    assert [one.paper for one in page.before] == [Paper.NONE, Paper.NONE]
    assert printed(page, 0, Paper.PRINTED, "") == page, "it said another card's answer"


@pytest.mark.parametrize("undo", [False, True])
def test_trouble_with_one_touch_is_over_with_the_next(undo: bool) -> None:
    page = tapped(opened(), "item_type", "dvd")
    page = replace(page, inputs=replace(page.inputs, trouble=Trouble("trouble.unknown")))
    after = undone(page) if undo else tapped(page, "item_type", "book")
    assert after is not None
    assert after.inputs.trouble is None


def test_the_way_back_is_bounded() -> None:
    values = [KINDS[number % 3] for number in range(3 * MOST_TAPS)]
    assert len(backs(touched(opened(), *values))) == MOST_TAPS


@given(st.lists(st.sampled_from([*KINDS, *GROUPS, "read", "back", "other"]), max_size=30))
def test_whatever_is_done_back_ends_and_never_shows_the_same_twice_running(acts: list[str]) -> None:
    page = opened()
    for act in acts:
        if act == "back":
            page = undone(page) or page
        elif act == "read":
            page = read(page)
        elif act == "other":
            page = for_another(page)
        else:
            page = tapped(page, "patron_category" if act in GROUPS else "item_type", act)
    seen = [dict(page.inputs.chosen), *backs(page)]
    assert len(seen) <= MOST_TAPS + 1
    assert all(one != other for one, other in pairwise(seen))
