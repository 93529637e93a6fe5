"""Guided flows on the real screens: step by step to an answer, back again, and whatever comes in between."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.model.errors import DatabaseUnavailable
from kiosk.policies.flow_text import stored_flow
from kiosk.policies.flows import Flow, Lead
from kiosk.policies.folders import read_flows
from kiosk.services import Services
from kiosk.ui.patron.view_models.answer import AnswerViewModel
from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, Kiosk, OpenKiosk
from tests.journeys.ways import ANNA

_POLICIES = Path(__file__).parents[2] / "data" / "policies"


def _begin(hands: Hands, flow: str) -> None:
    """Begin a flow on Ask, come to by its tab: so no key is in the way; its steps can be touched at once."""
    hands.touch("home.find")
    hands.touch("tab.ask")
    hands.touch(f"flow.begin.{flow}")
    _settle_at_once(hands)


def _settle_at_once(hands: Hands) -> None:
    page = hands.find("flow.content").parentItem()
    assert page is not None
    assert page.setProperty("settlesIn", 1)


def _question(hands: Hands) -> str:
    return str(hands.find("flow.question").property("text"))


def _choose(hands: Hands, *numbers: int) -> None:
    for number in numbers:
        hands.touch(f"flow.choice.{number}")


def test_choices_lead_on_and_back_leads_one_step_back_whatever_comes_in_between(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("de")
    hands = kiosk.hands
    _begin(hands, "lost-something")
    assert _question(hands) == "Was ist weg?"
    _choose(hands, 0, 2)
    assert _question(hands) == "Wissen Sie, wer ihn hat?"
    hands.touch("dock.back")
    assert (hands.page, _question(hands)) == ("flow", "Könnte er noch auftauchen?")
    hands.touch("dock.language")
    hands.touch("language.pl")
    assert _question(hands) == "Czy może się jeszcze znaleźć?"
    _choose(hands, 2)
    assert [one.choice for one in hands.counter.desk.flow.crumbs.rows] == [  # type: ignore[attr-defined]
        "Moja karta biblioteczna",
        "Może ktoś jej używa",
    ]
    hands.scan(kiosk.barcodes.free[0])
    assert hands.page == "record"
    hands.touch("dock.back")
    assert _question(hands) == "Czy wiesz, kto ją ma?"
    _choose(hands, 2)
    asked = "Coś zginęło: Moja karta biblioteczna, Może ktoś jej używa, Chcę powiedzieć bibliotekarzom"
    assert hands.page == "request_form"
    assert hands.find("request.text.field.input").property("text") == asked
    hands.touch("dock.back")
    hands.touch("flow.crumb.0")
    assert _question(hands) == "Co zginęło?"
    _choose(hands, 3)
    assert (hands.page, hands.counter.pages.ask.article) == ("answer", "account-and-pin")
    hands.touch("dock.back")
    assert (hands.page, _question(hands)) == ("flow", "Co zginęło?")
    hands.touch("dock.back")
    assert hands.page == "ask"
    assert _noted(kiosk, "account-and-pin") == [("Coś zginęło: Mój PIN", "touched")]


def _noted(kiosk: Kiosk, article: str) -> list[tuple[str, str]]:
    def look(services: Services) -> list[tuple[str, str]]:
        with services.database.read() as view:
            return [(one.text, one.how) for one in view.questions.of_article(article)]

    return kiosk.aside(look)


def test_an_outcome_sets_the_chips_and_back_leads_to_the_choices_again(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    hands.touch("home.ask")
    hands.type("how much is a library card")
    hands.enter()
    first = hands.counter.pages.ask.article
    hands.touch("flow.begin.which-card")
    _choose(hands, 0, 1)
    answer = hands.counter.desk.view_model(AnswerViewModel)
    chips = [one.value for one in answer.chipsOf("patron_category").rows if one.selected]  # type: ignore[attr-defined]
    assert (hands.counter.pages.ask.article, chips) == ("membership-cost", ["senior"])
    hands.touch("answer.refine.patron_category.adult")
    hands.touch("dock.back")
    assert hands.page == "answer", "the chip is undone first"
    hands.touch("dock.back")
    assert (hands.page, _question(hands)) == ("flow", "Does one of these fit?")
    for _ in range(2):
        hands.touch("dock.back")
    assert (hands.page, hands.counter.pages.ask.article) == ("answer", first)


def test_keys_lead_through_a_flow_and_a_card_to_the_account(use_kiosk: OpenKiosk) -> None:
    hands = use_kiosk("en").hands
    _begin(hands, "cannot-borrow")
    for choice in (1, 2, 0):
        while hands.focus != f"flow.choice.{choice}":
            hands.press(Qt.Key.Key_Down)
        hands.enter()
    assert hands.page == "sign_in"
    hands.press(Qt.Key.Key_Escape)
    assert (hands.page, _question(hands)[:12]) == ("flow", "Your account")
    _choose(hands, 0)
    hands.scan(ANNA)
    assert hands.page == "account"
    assert hands.counter.visit.card == ANNA
    assert "Your account" not in repr(vars(hands.counter.pages.flow))


def test_a_second_touch_in_the_same_place_chooses_nothing_even_where_nothing_moves(
    use_kiosk: OpenKiosk,
) -> None:
    hands = use_kiosk("en").hands
    assert hands.counter.shell_view_model.reducedMotion
    hands.touch("home.find")
    hands.touch("tab.ask")
    hands.touch_at_once("flow.begin.lost-something")
    hands.find("flow.choice.0")
    hands.touch_at_once("flow.choice.0")
    hands.settle()
    assert _question(hands) == "What is lost?"
    hands.touch_at_once("flow.choice.0")
    hands.wait(lambda: _question(hands) != "What is lost?", "the next step does not come")
    hands.touch_at_once("flow.choice.0")
    hands.settle()
    assert (hands.page, _question(hands)) == ("flow", "Could it still be found?")
    hands.touch("flow.choice.0")
    assert hands.page == "answer"


@pytest.mark.parametrize("end", ["card", "idle", "home"])
def test_nothing_of_a_flow_is_left_for_the_next(use_kiosk: OpenKiosk, end: str) -> None:
    hands = use_kiosk("en").hands
    _begin(hands, "lost-something")
    _choose(hands, 0)
    if end == "card":
        hands.scan(ANNA)
        assert hands.counter.visit.card == ANNA
    elif end == "idle":
        hands.pass_seconds(66)
    else:
        hands.touch("dock.home")
    kept = repr(vars(hands.counter.pages.flow)) + repr(vars(hands.counter.desk.flow))
    assert "library card" not in kept
    _begin(hands, "lost-something") if end != "card" else None
    assert end == "card" or _question(hands) == "What is lost?"


def test_a_flow_that_changes_or_goes_meanwhile_or_a_database_that_is_away_is_told_of(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    flows = read_flows(_POLICIES) or ()
    _begin(hands, "lost-something")
    _keep(kiosk, [_turned_round(one) for one in flows])
    _choose(hands, 0)
    assert _question(hands) == "What is lost?"
    assert hands.reads("just been changed"), hands.texts
    _choose(hands, 0)
    assert hands.page == "find", "what stands first by now leads to the catalogue"
    hands.touch("tab.ask")
    hands.touch("flow.begin.lost-something")
    with monkeypatch.context() as away:
        away.setattr(kiosk.services.database, "read", _away)
        _choose(hands, 3)
        assert _question(hands) == "Could it still be found?", "what was known last goes on"
    _keep(kiosk, [])
    _choose(hands, 0)
    assert hands.reads("has been taken down"), hands.texts
    hands.touch("flow.own")
    assert hands.page == "ask"
    assert not hands.sees("flow.begin.lost-something")


def _turned_round(flow: Flow) -> Flow:
    """Let a flow's first step have its choices the other way round, one of them leading to the catalogue."""
    first = flow.step(flow.start)
    assert first is not None
    search = replace(first.options[-1], lead=Lead.SEARCH, to="", chosen=())
    turned = replace(first, options=(search, *first.options[-2::-1]))
    return replace(flow, steps=tuple(turned if one is first else one for one in flow.steps))


def _keep(kiosk: Kiosk, flows: Sequence[Flow]) -> None:
    def keep(services: Services) -> None:
        with services.database.act() as work:
            work.flows.replace(map(stored_flow, flows), by="tests", at=services.clock.now())
            work.commit()

    kiosk.aside(keep)


def _away() -> None:
    raise DatabaseUnavailable


def test_however_often_answers_and_flows_lead_to_each_other_the_way_back_is_bounded(
    use_kiosk: OpenKiosk,
) -> None:
    hands = use_kiosk("en", LANDSCAPE).hands
    pages, shell = hands.counter.pages, hands.counter.shell_view_model
    for number in range(10):
        if number < 5:
            pages.ask.open_question("lost-card")
            hands.settle()
        pages.flow.begin("lost-something")
        _settle_at_once(hands)
        hands.settle()
        hands.counter.desk.flow.choose(3)
        hands.settle()
        assert hands.page == "answer"
        assert pages.ask.article == "account-and-pin"
    ways = []
    while hands.page != "home":
        ways.append(hands.page)
        shell.back()
        if hands.page == "flow":
            _settle_at_once(hands)
        hands.settle()
        assert hands.page != "flow" or _question(hands) == "What is lost?"
    assert ways.count("answer") <= 8
    assert ways.count("flow") <= 8
