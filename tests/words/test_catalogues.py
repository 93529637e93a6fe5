"""Every key has a text in every language, with the same placeholders and all plural forms."""

import re
from datetime import UTC, date, datetime
from functools import cache

import pytest

import kiosk.model.staff_errors  # noqa: F401  # whose leaves are of the same tree
from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import KioskError
from kiosk.model.money import Money
from kiosk.model.rule import Period, PeriodUnit
from kiosk.words import available_languages, wording
from kiosk.words.catalogue import messages
from kiosk.words.reasons import reason_sentence, way_out

LANGUAGES = ("de", "en", "pl")
FORMS = {"de": 2, "en": 2, "pl": 3}


@cache
def texts(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for domain, message in messages(language):
        key = message.id if isinstance(message.id, str) else message.id[0]
        assert (domain, key) not in found, f"{language}/{domain}: {key} twice"
        found[domain, key] = (
            (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        )
    return found


def placeholders(forms: tuple[str, ...]) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", forms[-1]))


def test_the_three_languages_are_there() -> None:
    assert available_languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_text_with_the_same_placeholders(language: str) -> None:
    reference, own = texts("en"), texts(language)
    assert set(reference) == set(own)
    for key, forms in own.items():
        assert all(form.strip() for form in forms), key
        assert placeholders(forms) == placeholders(reference[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_all_forms_of_its_language(language: str) -> None:
    for key, forms in texts(language).items():
        if len(texts("en")[key]) > 1:
            assert len(forms) == FORMS[language], key


def test_no_key_stands_in_two_domains() -> None:
    keys = [key for _domain, key in texts("en")]
    assert len(keys) == len(set(keys))


def leaves(kind: type[KioskError]) -> list[type[KioskError]]:
    return [kind] + [leaf for child in kind.__subclasses__() for leaf in leaves(child)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence_and_its_own_code(language: str) -> None:
    catalogue = wording(language).catalogue
    kinds = leaves(KioskError)
    assert [kind.key for kind in kinds if kind.key not in catalogue] == []
    concrete = [kind.code for kind in kinds if not kind.__subclasses__()]
    assert len(concrete) == len(set(concrete))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_has_a_sentence_and_a_way_out(language: str, code: ReasonCode) -> None:
    words = wording(language)
    assert reason_sentence(Reason(code), words) != f"reason.{code}"
    assert way_out(Reason(code), words) != f"reason.{code}.way_out"


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Dienstag, 22. Dezember"), ("en", "Tuesday 22 December"), ("pl", "wtorek, 22 grudnia")],
)
def test_a_day_is_said_as_the_language_says_it(language: str, said: str) -> None:
    assert wording(language).day(date(2026, 12, 22)) == said


def test_a_moment_is_told_in_the_zone() -> None:
    moment = datetime(2026, 12, 22, 23, 30, tzinfo=UTC)
    assert wording("en", "Europe/Berlin").day(moment) == "Wednesday 23 December"
    assert wording("en", "Europe/Berlin").clock(moment) == "00:30"


@pytest.mark.parametrize(("language", "said"), [("de", "0,20\xa0€"), ("en", "€0.20"), ("pl", "0,20\xa0€")])
def test_money_is_written_as_the_language_writes_it(language: str, said: str) -> None:
    assert wording(language).money(Money(20, "EUR")) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 godzina"), (3, "3 godziny"), (5, "5 godzin"), (22, "22 godziny")]
)
def test_polish_counts_in_three_forms(count: int, said: str) -> None:
    assert wording("pl").period(Period(count, PeriodUnit.HOURS)) == said


def test_braces_in_a_value_are_not_filled_again() -> None:
    assert "{owes}" in wording("en")("reason.card.restricted", text="{owes}", owes="x")


def test_a_key_without_a_text_is_seen() -> None:
    assert wording("en")("no.such.key") == "no.such.key"
