"""Rule values, typed as staff write them in their language and shown the same way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.staff_errors import RuleValueUnreadable
from kiosk.rules.resolution import VALUE_NAMES
from kiosk.staff.rules.values import KINDS, Kind, choices, example, shown, typed, value_label
from kiosk.staff.settings.leaves import Plain
from kiosk.words import wording

LANGUAGES = ("en", "de", "pl")

READ = [
    ("loan_period", "28 days", "en", "28 days"),
    ("loan_period", "  28   Tage ", "de", "28 days"),
    ("loan_period", "1 Tag", "de", "1 days"),
    ("loan_period", "28", "de", "28 days"),
    ("loan_period", "3 Stunden", "de", "3 hours"),
    ("loan_period", "3 hours", "de", "3 hours"),
    ("loan_period", "14 dni", "pl", "14 days"),
    ("loan_period", "2 godziny", "pl", "2 hours"),
    ("loan_fee", "1.50", "en", "1.50"),
    ("loan_fee", "1,50 €", "de", "1.50"),
    ("loan_fee", "€2", "en", "2.00"),
    ("loan_fee", "0,5 EUR", "pl", "0.50"),
    ("loan_fee", "1.000,50 €", "de", "1000.50"),
    ("loan_period", "1,000 days", "en", "1000 days"),
    ("fixed_due_date", "2026-12-24", "en", date(2026, 12, 24)),
    ("fixed_due_date", "24.12.2026", "de", date(2026, 12, 24)),
    ("loanable", "ja", "de", True),
    ("loanable", "nie", "pl", False),
    ("loanable", "true", "pl", True),
    ("closed_days", "keep", "en", "keep"),
    ("max_loans", " 10 ", "en", 10),
    ("max_loans", "0", "en", 0),
    ("max_loans", "   ", "en", None),
]
UNREADABLE = [
    ("loan_period", "soon"),
    ("loan_period", "0 days"),
    ("loan_period", "3 weeks"),
    ("loan_period", "-3 days"),
    ("loan_period", "99999 days"),
    ("loan_fee", "1.505"),
    ("loan_fee", "-1"),
    ("loan_fee", "1,00,00"),
    ("loan_fee", "1 $"),
    ("fixed_due_date", "31.02.2026"),
    ("fixed_due_date", "tomorrow"),
    ("loanable", "perhaps"),
    ("closed_days", "open"),
    ("max_loans", "ten"),
    ("max_loans", "1.5"),
    ("max_loans", "²"),
    ("max_loans", "9" * 400),
]


@pytest.mark.parametrize(("name", "text", "language", "value"), READ)
def test_a_value_is_read_as_it_is_written_in_the_language(
    name: str, text: str, language: str, value: Plain | None
) -> None:
    found = typed(name, text, wording(language), "EUR")
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "text"), UNREADABLE)
def test_what_is_no_such_value_is_refused_with_an_example(name: str, text: str, language: str) -> None:
    words = wording(language)
    with pytest.raises(RuleValueUnreadable) as refused:
        typed(name, text, words, "EUR")
    sentence = words(refused.value.key, **refused.value.values)
    assert value_label(name, words) in sentence
    assert example(name, words, "EUR") in sentence


@given(st.sampled_from(VALUE_NAMES), st.sampled_from(LANGUAGES), st.integers(1, 3660), st.data())
def test_what_is_shown_can_be_typed_again(name: str, language: str, number: int, data: st.DataObject) -> None:
    words = wording(language)
    offered = [value for value, _label in choices(name, words)]
    made: dict[Kind, Plain] = {
        Kind.PERIOD: f"{number} {data.draw(st.sampled_from(['days', 'hours']))}",
        Kind.COUNT: number,
        Kind.MONEY: f"{number % 900}.{number % 90 + 10}",
        Kind.DAY: date(2026, 1 + number % 12, 1 + number % 28),
    }
    value = data.draw(st.sampled_from(offered)) if offered else made[KINDS[name]]
    text = shown(name, value, words, "EUR")
    again = value.isoformat() if isinstance(value, date) else text
    assert typed(name, again, words, "EUR") == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_a_name_of_its_own(language: str) -> None:
    words = wording(language)
    labels = [value_label(name, words) for name in VALUE_NAMES]
    assert len(set(labels)) == len(VALUE_NAMES)
