"""What a person reads of their own data names what the library calls by codes, in the person's language."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.membership.own_data_text import CODES, own_data_text
from kiosk.model.charge import Charge, ChargeKind, PaymentMethod, Settlement, SettlementKind
from kiosk.model.decision import LoanFacts
from kiosk.model.hold import Hold, HoldState
from kiosk.model.library import Branch, ItemType, PatronCategory
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.model.rule import Period, PeriodUnit
from kiosk.model.texts import LocalText
from kiosk.notices.kinds import KINDS
from kiosk.notices.outbox import RECEIPT
from kiosk.storage import AuditEntry, Message, Notice, PatronFile, PatronRequest, RequestStep
from kiosk.words import wording
from tests.circulation.desk import eur, town_library

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "de", "pl"])


def named(en: str, de: str, pl: str) -> LocalText:
    return LocalText.of({"en": en, "de": de, "pl": pl})


LIBRARY = replace(
    town_library(),
    branches=(
        Branch("MAIN", named("Central", "Hauptstelle", "Centrala"), town_library().branches[0].calendar),
    ),
    patron_categories=(PatronCategory("adult", named("Adults", "Erwachsene", "Dorośli")),),
    item_types=(ItemType("dvd", named("Film", "Film", "Film")),),
)
LOAN = Loan(
    1, "a", 2, 3, "main", AT, AT,
    LoanTerms(Period(7, PeriodUnit.DAYS), 2, eur("0.20"), 1, False, eur("5.00"), eur("15.00")),
)  # fmt: skip
NO_MORE = "SHUT"
FILE = PatronFile(
    patron=Patron(3, "2001", "Krause", "ADULT", branch="MAIN", language="pl", notices_by="none",
                  birth_date=date(1987, 4, 12), restriction="2026-02-31"),
    restrictions=(),
    loans=(LoanFacts(LOAN, 4, "4001", "MAIN", "DVD", None, "Arrival"),),
    holds=(Hold(5, "b", 4, 3, NO_MORE, AT, HoldState.EXPIRED, patron_category="adult"),),
    charges=(Charge(6, 3, ChargeKind.LOAN_FEE, eur("1.50"), eur("0.00"), AT),),
    settlements=(Settlement(7, 6, SettlementKind.REFUND, eur("1.50"), AT, "a", method=PaymentMethod.CASH),),
    messages=(),
    requests=(PatronRequest("c", 3, "purchase", AT, {"title": "Momo"}, "ordered", id=8, number="ABCDEFGHJ"),),
    steps=((8, RequestStep(AT, "ordered", None, "anna")), (9, RequestStep(AT, "done", None, "eve"))),
    notices=(Notice(9, "k", "overdue1", 3, 1, None, "email", "de",
                    {"due_at": "2026-11-11T23:59:59+01:00", "until": "soon", "branch": "MAIN"}, AT, AT, 0,
                    None, None, None),),
    wards=(11, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("category: Adults", "branch: Central", "language: Polish", "date of birth: 12 April 1987",
                "loan period: 7 days", "fine for each day: €0.20", "kind of item: Film",
                "due: 11 November 2026, 23:59",
                "state: not fetched in time", "kind: given back", "state: ordered")),
        ("de", ("Benutzergruppe: Erwachsene", "Zweigstelle: Hauptstelle", "Sprache: Polnisch",
                "Leihfrist: 7 Tage",
                "Gebühr je Tag: 0,20\u00a0€", "fällig: 11. November 2026, 23:59")),
        ("pl", ("kategoria: Dorośli", "filia: Centrala", "okres wypożyczenia: 7 dni",
                "termin: 11 listopada 2026, 23:59", "stan: nieodebrane na czas")),
    ],
)  # fmt: skip
def test_names_dates_and_sums_are_told_as_people_write_them(language: str, lines: tuple[str, ...]) -> None:
    text = own_data_text(FILE, LIBRARY, wording(language, "Europe/Berlin", ("en",)))
    told = [" ".join(line.split()) for line in text.splitlines()]
    assert [line for line in lines if " ".join(line.split()) not in told] == []


@EACH_LANGUAGE
def test_no_code_and_no_number_of_ours_is_left(language: str) -> None:
    text = own_data_text(FILE, LIBRARY, wording(language, "Europe/Berlin", ("en",)))
    values = {line.partition(": ")[2] for line in text.splitlines()}
    codes = {
        "adult",
        "ADULT",
        "MAIN",
        "main",
        "DVD",
        "dvd",
        "days",
        "pl",
        "de",
        "expired",
        "loan_fee",
        "refund",
    }
    assert values & (codes | {"purchase", "ordered", "overdue1", "none", "cash", "0.20 EUR"}) <= (
        {"ordered", "none"} if language == "en" else set()
    )
    assert "id" not in {line.strip().partition(":")[0] for line in text.splitlines()}
    assert "eve" not in text, "a step of another's request"


def test_what_only_looks_like_a_date_or_is_no_longer_known_stays_as_it_is() -> None:
    text = own_data_text(FILE, LIBRARY, wording("en", "Europe/Berlin", ("en",)))
    assert "restriction: 2026-02-31" in text
    assert "until: soon" in text
    assert f"to be fetched at: {NO_MORE}" in text


def test_what_is_none_is_left_out() -> None:
    text = own_data_text(replace(FILE, wards=()), LIBRARY, wording("en"))
    assert wording("en")("data.part.wards") not in text
    assert wording("en")("data.part.attempts") not in text
    assert "priority" not in text


_KEPT: dict[tuple[type, str], Iterable[str]] = {
    (Patron, "notices_by"): ("email", "none"),
    (Hold, "state"): HoldState,
    (Charge, "kind"): ChargeKind,
    (Settlement, "kind"): SettlementKind,
    (Settlement, "method"): PaymentMethod,
    (Message, "kind"): ("hold_lapsed",),
    (Notice, "kind"): (*KINDS, RECEIPT),
    (Notice, "channel"): ("email",),
    (PatronRequest, "kind"): RequestKind,
    (PatronRequest, "state"): RequestState,
    (RequestStep, "state"): RequestState,
    (AuditEntry, "act"): (
        "set_pin", "reset_pin", "card_lost", "card_found", "card_replaced", "confirm", "erase", "charge",
        "pay", "waive",
    ),
}  # fmt: skip


@EACH_LANGUAGE
def test_every_code_has_its_word(language: str) -> None:
    catalogue = wording(language).catalogue
    assert set(_KEPT) == set(CODES)
    keys = [f"{prefix}.{code}" for where, prefix in CODES.items() for code in _KEPT[where]]
    assert [key for key in keys if key not in catalogue] == []
