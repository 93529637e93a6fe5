"""What the library chose of its services: read, kept, written back, and told in answers."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.model.decision import PatronFacts
from kiosk.model.errors import LibraryFileInvalid
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.service import Service, Span, SpanUnit
from kiosk.policies.live.situation import Situation
from kiosk.policies.live.tables import fill_table
from kiosk.policies.live.values import fill
from kiosk.policies.placeholders import parse
from kiosk.rules.resolution import RuleBook
from kiosk.staff.library_file import library_file_text, read_library_file
from kiosk.words import wording
from tests.rules.builders import patron

from .conftest import DATA, NOW, empty_database

CHRISTMAS_EVE = datetime(2026, 12, 24, 11, 0, tzinfo=UTC)
SERVICES = (
    Service("print_page", Money(10, "EUR")),
    Service("room_time", Span(2, SpanUnit.HOURS)),
    Service("seats", 40),
)


def about(
    library: Library, language: str = "en", at: datetime = NOW, patron: PatronFacts | None = None
) -> Situation:
    words = wording(language, "Europe/Berlin", library.languages)
    return Situation(RuleBook(library), words, at, "MAIN", "adult", None, patron)


def test_services_are_the_same_after_being_kept_and_written(tmp_path: Path, sample_library: Library) -> None:
    chosen = replace(sample_library, services=SERVICES)
    database = empty_database(tmp_path, chosen)
    with database.read() as view:
        kept = view.library.load()
    assert kept.services == SERVICES
    file = tmp_path / "library.toml"
    file.write_text(library_file_text(kept), encoding="utf-8")
    assert read_library_file(file) == kept == chosen
    database.close()


@pytest.mark.parametrize(
    "line",
    [
        'a = "three"',
        'a = "3 parrots"',
        'a = "-1.00"',
        "a = -1",
        "a = true",
        'A = "1.00"',
        "a = 1.5",
        "a = [1]",
    ],
)
def test_a_service_that_cannot_be_is_named_with_what_is_allowed(tmp_path: Path, line: str) -> None:
    text = (DATA / "library.toml").read_text(encoding="utf-8")
    file = tmp_path / "library.toml"
    file.write_text(text.replace("[library.services]", f"[library.services]\n{line}", 1), encoding="utf-8")
    with pytest.raises(LibraryFileInvalid) as caught:
        read_library_file(file)
    said = wording("en").show(caught.value.values["problem"])
    assert "library services" in said


def test_a_service_is_told_in_the_words_of_the_language(sample_library: Library) -> None:
    library = replace(sample_library, services=SERVICES)
    told = [
        [
            fill(parse(f"service name={name}"), about(library, language))
            for name in ("print_page", "room_time")
        ]
        for language in ("en", "de", "pl")
    ]
    assert told == [["€0.10", "2 hours"], ["0,10\xa0€", "2 Stunden"], ["0,10\xa0€", "2 godziny"]]
    assert fill(parse("service name=seats"), about(library)) == "40"
    assert fill(parse("service name=parrots"), about(library)) is None
    assert not parse("service item_type=dvd").known


def test_the_weeks_hours_are_those_of_the_days_to_come_with_why_it_is_closed(sample_library: Library) -> None:
    table = fill_table(parse("table hours"), about(sample_library, at=CHRISTMAS_EVE))
    assert table is not None
    main = {row.key: row.cells[1] for row in table.rows}
    assert main["4"] == "closed on 24 Dec: Christmas and New Year"
    assert [row.key for row in table.rows if row.marked] == ["4"]
    # Wednesday is the thirtieth; on Monday it is closed anyhow.
    assert (main["3"], main["1"]) == ("closed on 30 Dec: Christmas and New Year", "closed")
    usual = fill_table(parse("table hours"), about(sample_library))
    assert usual is not None
    assert usual.rows[3].cells[1] == "10:00–19:00"


def test_limits_say_what_is_left_to_whoever_is_signed_in_alone(sample_library: Library) -> None:
    signed_in = replace(patron(category="adult"), patron=Patron(1, "C1", "Nowak", "adult"))
    mine = fill_table(parse("table limits"), about(sample_library, patron=signed_in))
    others = fill_table(parse("table limits"), about(sample_library))
    assert mine is not None
    assert others is not None
    assert mine.header[-1] == "You can still take"
    assert {len(row.cells) for row in mine.rows} == {3}
    assert {len(row.cells) for row in others.rows} == {2}
    assert mine.rows[0].cells[1:] == ("20", "20")
