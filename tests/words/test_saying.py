"""What may be done with a title is said in a patron's words, in every language."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.model.calendar import Calendar
from kiosk.model.decision import Reason, ReasonCode, Say, SayCode
from kiosk.model.library import Branch, Library
from kiosk.model.money import Money
from kiosk.model.texts import LocalText
from kiosk.words import wording
from kiosk.words.done import act_name, thing_name
from kiosk.words.saying import say_sentence

DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)
LIBRARY = Library(
    name=LocalText("Town Library"),
    time_zone="Europe/Berlin",
    currency="EUR",
    languages=("en", "de", "pl"),
    branches=(
        Branch(
            "MAIN", LocalText.of({"en": "Main", "de": "Mitte", "pl": "Centrum"}), Calendar("Europe/Berlin")
        ),
    ),
)


def here(say: Say) -> Say:
    return replace(say, branch="MAIN", location="Fiction", call_number="FIC KEH")


def said(say: Say, language: str) -> str:
    return say_sentence(say, LIBRARY, wording(language, "Europe/Berlin", LIBRARY.languages))


@pytest.mark.parametrize(
    ("say", "en", "de", "pl"),
    [
        (
            here(Say(SayCode.TAKE_NOW, due_at=DUE)),
            "Main, Fiction FIC KEH: take it now, yours until Tuesday 22 December",
            "Mitte, Fiction FIC KEH: gleich mitnehmen, Ihres bis Dienstag, 22. Dezember",
            "Centrum, Fiction FIC KEH: do wzięcia od razu, Twoje do: wtorek, 22 grudnia",
        ),
        (
            Say(SayCode.TAKE_NOW, branch="MAIN"),
            "Main: take it now",
            "Mitte: gleich mitnehmen",
            "Centrum: do wzięcia od razu",
        ),
        (
            Say(SayCode.BACK_ON, back_at=DUE),
            "back on Tuesday 22 December",
            "zurück am Dienstag, 22. Dezember",
            "zwrot: wtorek, 22 grudnia",
        ),
        (
            Say(SayCode.HOLD, position=3),
            "place a hold: you would be number 3",
            "vormerken: Sie wären Nummer 3",
            "zamów: miejsce 3 w kolejce",
        ),
        (
            Say(SayCode.HOLD, position=2, own=True),
            "on hold for you: you are number 2",
            "für Sie vorgemerkt: Sie sind Nummer 2",
            "zamówione dla Ciebie: miejsce 2 w kolejce",
        ),
        (here(Say(SayCode.ONLY_HERE)), "only to use here", "nur hier nutzbar", "tylko na miejscu"),
        (Say(SayCode.ONLINE), "online, at home", "online, zu Hause", "online, w domu"),
        (Say(SayCode.NONE), "nothing to borrow here", "hier nichts auszuleihen", "nie do wypożyczenia"),
    ],
)
def test_each_word_has_its_sentence(say: Say, en: str, de: str, pl: str) -> None:
    assert (said(say, "en"), said(say, "de"), said(say, "pl")) == (en, de, pl)


def test_what_stands_in_the_way_is_said_with_its_way_out_instead_of_a_date() -> None:
    owes = Reason(ReasonCode.PATRON_OWES, (("owes", Money(1250, "EUR")), ("limit", Money(1000, "EUR"))))
    sentence = said(here(Say(SayCode.TAKE_NOW, reasons=(owes,))), "en")
    assert "12.50" in sentence
    assert "yours until" not in sentence


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_no_word_goes_without_a_sentence(language: str) -> None:
    for code in SayCode:
        sentence = said(here(Say(code, due_at=DUE, back_at=DUE, position=2)), language)
        assert sentence.strip()
        assert "{" not in sentence


def test_what_staff_did_is_told_in_words_and_what_nobody_knows_as_its_code() -> None:
    words = wording("de")
    assert act_name("record.edit", words) == "Datensatz geändert"
    assert act_name("of.another.version", words) == "of.another.version"
    assert thing_name("item", 12, words) == "Exemplar 12"
    assert thing_name("library", None, words) == "Bibliothek"
    assert thing_name(None, None, words) == ""
