"""The Ask page's state is a table of what is typed, known and chosen."""

import pytest

from kiosk.model.errors import DatabaseUnavailable
from kiosk.policies.answer import RelatedQuestion, Topic
from kiosk.ui.patron.ask_state import SUGGESTED, AskInputs, ask_state
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import wording

RENEW = RelatedQuestion("renewals", "Wie verlängere ich, und wie oft?")
STREET = RelatedQuestion("location", "Wo finde ich Sie in der Großen Straße?")
COST = RelatedQuestion("membership-cost", "Was kostet der Ausweis?")
TOPICS = (
    Topic("borrowing", "Ausleihen", (RENEW,)),
    Topic("visiting", "Ihr Besuch", (STREET,)),
    Topic("garden", "Garten", (COST,)),
)
WORDS = wording("de")


def articles(text: str, *meant: RelatedQuestion) -> list[str]:
    shown = ask_state(AskInputs(text=text, topics=TOPICS, meant=meant), WORDS)
    return [row.article for row in shown.suggestions]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("verl", ["renewals"]),
        ("VERLÄNGERE", ["renewals"]),
        ("verlangere", ["renewals"]),
        ("oft wie", ["renewals"]),
        ("grosse strasse", ["location"]),
        ("großen straße", ["location"]),
        ("grossen str", ["location"]),
        ("wie kostet", []),
        ("w", []),
        ("?!", []),
        ("   ", []),
        ("", []),
    ],
)
def test_suggested_are_titles_that_every_word_typed_begins(typed: str, found: list[str]) -> None:
    assert articles(typed) == found


def test_what_seems_meant_follows_what_is_begun_and_nothing_stands_twice() -> None:
    assert articles("verl", COST, RENEW) == ["renewals", "membership-cost"]


def test_no_more_is_suggested_than_fits() -> None:
    many = tuple(RelatedQuestion(f"a{number}", "Titel") for number in range(40))
    assert len(articles("ganz anders", *many)) == SUGGESTED


@pytest.mark.parametrize("typed", ["", "  ", "\t"])
def test_blanks_ask_nothing(typed: str) -> None:
    shown = ask_state(AskInputs(text=typed, topics=TOPICS, meant=(COST,)), WORDS)
    assert (shown.own, shown.suggestions) == ("", ())


def test_what_is_typed_can_be_asked_as_it_is_braces_and_all() -> None:
    shown = ask_state(AskInputs(text=" {x} <b> "), WORDS)
    assert shown.own == "Fragen: „{x} <b>“"


@pytest.mark.parametrize(
    ("topic", "heading", "listed"),
    [
        ("", "Oft gefragt", ["membership-cost", "renewals"]),
        ("borrowing", "Ausleihen", ["renewals"]),
        ("gone", "Oft gefragt", ["membership-cost", "renewals"]),
    ],
)
def test_the_list_is_that_of_the_chosen_topic_or_the_commonest(
    topic: str, heading: str, listed: list[str]
) -> None:
    shown = ask_state(AskInputs(commonest=(COST, RENEW), topics=TOPICS, topic=topic), WORDS)
    assert shown.heading == heading
    assert [row.article for row in shown.questions] == listed
    assert [chip.key for chip in shown.topics if chip.selected] == ([topic] if topic == "borrowing" else [])


def test_a_topic_of_the_librarys_own_has_a_drawing_too() -> None:
    shown = ask_state(AskInputs(topics=TOPICS), WORDS)
    assert [chip.icon for chip in shown.topics] == ["loan", "pin", "tag"]


def test_with_nothing_known_there_is_no_heading_over_nothing() -> None:
    shown = ask_state(AskInputs(trouble=trouble_behind(DatabaseUnavailable())), WORDS)
    assert shown.heading == ""
    assert shown.trouble.startswith("Unsere Daten sind gerade nicht erreichbar")
