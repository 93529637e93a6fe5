"""A guided flow is walked by numbers: they hold while the flow does, and lead to what was chosen alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kiosk.model.texts import LocalText
from kiosk.policies.flows import Flow, FlowOutcome, FlowPage, Lead, Option, Step, walk
from kiosk.ui.patron.flow_state import FlowInputs, FlowMode, asked_by, flow_state
from kiosk.ui.patron.flow_walking import Seen, Walked, walked
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import available_languages, wording


def text(en: str) -> LocalText:
    return LocalText.of({"en": en, "de": f"{en} (de)"})


def step(key: str, *options: tuple[str, str]) -> Step:
    """Make a step of labels and where they lead: to a step, or to an article by `article:KEY`."""
    made = []
    for label, to in options:
        lead = Lead.ARTICLE if to.startswith("article:") else Lead(to) if to in tuple(Lead) else Lead.STEP
        made.append(Option(text(label), lead, to.removeprefix("article:")))
    return Step(key, text(f"{key}?"), tuple(made))


LOST = Flow(
    "lost",
    text("Lost"),
    "what",
    (
        step("what", ("Card", "where"), ("Book", "article:lost-or-damaged"), ("Other", "search")),
        step("where", ("At home", "article:lost-card"), ("Stolen", "who"), ("Back", "what")),
        step("who", ("Somebody", "message"), ("Me", "card")),
    ),
)


def asked(
    flow: Flow | None, trail: Sequence[int], seen: Seen | None = None, language: str = "en"
) -> Walked | None:
    """Walk a flow as the library has it now."""

    def at(_key: str, trail: Sequence[int], language: str) -> FlowPage | FlowOutcome | None:
        return None if flow is None else walk(flow, trail, wording(language, "UTC"))

    return walked(at, "lost", trail, language, seen or Seen())


def steps(found: Walked | None) -> list[str]:
    assert found is not None
    return [page.step for page in found.pages]


def seen(*trail: int, language: str = "en") -> Seen:
    found = asked(LOST, trail, language=language)
    assert found is not None
    return Seen(found.pages, language)


def with_step(changed: Step) -> Flow:
    return replace(LOST, steps=tuple(changed if one.id == changed.id else one for one in LOST.steps))


def test_choices_lead_from_step_to_step_and_to_an_outcome_above_the_last() -> None:
    assert steps(asked(LOST, ())) == ["what"]
    assert steps(asked(LOST, (0, 1))) == ["what", "where", "who"]
    found = asked(LOST, (0, 0))
    assert found is not None
    assert found.outcome == FlowOutcome("lost", Lead.ARTICLE, "lost-card", (), (0, 0))
    assert steps(found) == ["what", "where"]


def test_a_flow_that_is_gone_is_nothing() -> None:
    assert asked(None, ()) is None
    assert asked(None, (0, 1), seen(0, 1)) is None


def test_a_step_come_to_again_is_gone_back_to() -> None:
    found = asked(LOST, (0, 2), seen(0))
    assert found == asked(LOST, ())


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        (step("what", ("Book", "article:lost-or-damaged"), ("Card", "where"), ("Other", "search")), ["what"]),
        (step("what", ("Pass", "where")), ["what"]),
        (
            step("where", ("Stolen", "who"), ("At home", "article:lost-card"), ("Back", "what")),
            ["what", "where"],
        ),
        (step("where", ("At home", "article:lost-card")), ["what", "where"]),
    ],
)
def test_numbers_that_mean_something_else_by_now_are_not_followed(changed: Step, left: list[str]) -> None:
    found = asked(with_step(changed), (0, 1), seen(0))
    assert found is not None
    assert (steps(found), found.changed, found.outcome) == (left, True, None)


def test_an_option_that_leads_elsewhere_by_now_is_noticed_on_the_way() -> None:
    changed = step("what", ("Card", "article:lost-card"), ("Book", "article:x"), ("Other", "search"))
    found = asked(with_step(changed), (0, 1), seen(0))
    assert found is not None
    assert (steps(found), found.changed) == (["what"], True)


def test_other_words_of_a_choice_to_come_change_nothing() -> None:
    changed = step("who", ("Anybody", "message"), ("Me", "card"))
    found = asked(with_step(changed), (0, 1), seen(0))
    assert found is not None
    assert (steps(found), found.changed) == (["what", "where", "who"], False)


def test_another_language_keeps_the_way() -> None:
    found = asked(LOST, (0, 1), seen(0, 1), language="de")
    assert found is not None
    assert [page.text for page in found.pages] == ["what? (de)", "where? (de)", "who? (de)"]
    fewer = step("where", ("At home", "article:lost-card"), ("Stolen", "who"))
    assert steps(asked(with_step(fewer), (0, 1), seen(0, 1), language="de")) == ["what", "where"]


@pytest.mark.parametrize("language", available_languages())
def test_the_page_tells_title_question_choices_and_the_way_come(language: str) -> None:
    words, way = wording(language, "UTC"), seen(0, 1)
    state = flow_state(FlowInputs("lost", way.pages, "en", turn=3), words, ())
    assert (state.mode, state.title, state.question) == (FlowMode.STEP, "Lost", "who?")
    assert [(one.place, one.question, one.choice) for one in state.crumbs] == [
        (0, "what?", "Card"),
        (1, "where?", "Stolen"),
    ]
    assert [(one.number, one.label) for one in state.choices] == [(0, "Somebody"), (1, "Me")]
    assert asked_by(way.pages, 0, words) == "Lost: Card, Stolen, Somebody"


def test_nothing_is_claimed_before_the_first_step_is_there_and_trouble_stands_with_what_is() -> None:
    words, none = wording("en", "UTC"), FlowInputs("lost")
    assert flow_state(none, words, ()).mode == FlowMode.WAITING
    away = Trouble("guide.trouble.gone")
    assert flow_state(replace(none, note=away), words, ()).mode == FlowMode.TROUBLE
    state = flow_state(FlowInputs("lost", seen().pages, "en", away), words, ())
    assert (state.mode, bool(state.note), len(state.choices)) == (FlowMode.STEP, True, 3)


def test_what_goes_along_with_a_message_is_never_longer_than_a_question_may_be() -> None:
    long = with_step(step("what", ("Card " * 200, "where")))
    found = asked(long, (0,))
    assert found is not None
    told = asked_by(found.pages, 0, wording("en", "UTC"))
    assert (len(told), told[-1]) == (500, "…")
