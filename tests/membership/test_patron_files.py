"""Patrons from CSV files, and back."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.membership.patron_files import PatronImport, import_patrons, patrons_csv
from kiosk.membership.pins import Pins, is_pin_of
from kiosk.model.clock import FixedClock
from kiosk.model.decision import PinState
from kiosk.model.errors import FileUnreadable
from kiosk.model.patron import Patron
from tests.circulation.desk import NOON, Desk, town_library

HEADER = (
    "card,first_name,last_name,category,birth_date,email,phone,branch,expires_on,language,pin,restriction"
)
FULL = "C1,Ewa,Nowak,adult,1980-05-17,ewa@example.org,030 1,main,2027-01-31,PL,1234,lost a key"


def take(desk: Desk, folder: Path, *lines: str, encoding: str = "utf-8") -> PatronImport:
    file = folder / "patrons.csv"
    file.write_text("\n".join(lines) + "\n", encoding=encoding)
    return import_patrons(desk.database, town_library(), file, FixedClock(NOON))


def counts(report: PatronImport) -> tuple[int, int, int, int, int]:
    return report.read, report.created, report.updated, report.unchanged, report.rejected


def complaints(report: PatronImport) -> list[tuple[int, str]]:
    return [(line, problem.key.removeprefix("patrons.row.")) for line, problem in report.problems]


def known(desk: Desk, card: str = "C1") -> Patron:
    with desk.database.read() as view:
        patron = view.patrons.by_card(card)
    assert patron is not None
    return patron


def test_a_row_becomes_a_patron(desk: Desk, tmp_path: Path) -> None:
    assert counts(take(desk, tmp_path, HEADER, FULL)) == (1, 1, 0, 0, 0)
    patron = known(desk)
    assert (patron.first_name, patron.last_name, patron.category) == ("Ewa", "Nowak", "adult")
    assert (patron.birth_date, patron.expires_on) == (date(1980, 5, 17), date(2027, 1, 31))
    assert (patron.branch, patron.language, patron.restriction) == ("MAIN", "pl", "lost a key")
    assert is_pin_of(patron.pin_hash, "1234")
    assert "1234" not in str(patron.pin_hash).split("$")


def test_the_same_file_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL)
    before = known(desk)
    assert counts(take(desk, tmp_path, HEADER, FULL)) == (1, 0, 0, 1, 0)
    assert known(desk) == before


def test_another_pin_replaces_the_old_one_and_none_leaves_it(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL)
    assert counts(take(desk, tmp_path, HEADER, FULL.replace("1234", "9876"))) == (1, 0, 1, 0, 0)
    assert counts(take(desk, tmp_path, HEADER, FULL.replace("1234", ""))) == (1, 0, 0, 1, 0)
    assert is_pin_of(known(desk).pin_hash, "9876")


def test_another_pin_is_as_good_as_one_that_staff_set(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL)
    pins = Pins(desk.database)
    made_up = pins.reset_pin("C1", by="m.weber", at=NOON)
    for _ in range(4):
        pins.check("C1", "0000", NOON)
    take(desk, tmp_path, HEADER, FULL.replace("1234", made_up))
    assert pins.must_change("C1"), "the PIN that is there already is no other one"
    assert pins.check("C1", made_up, NOON)[0] is PinState.LOCKED
    take(desk, tmp_path, HEADER, FULL.replace("1234", ""))
    assert pins.must_change("C1"), "a row without a PIN leaves what there is"
    take(desk, tmp_path, HEADER, FULL.replace("1234", "97531"))
    assert not pins.must_change("C1")
    assert pins.check("C1", "97531", NOON) == (PinState.RIGHT, None)


def test_guesses_at_a_card_that_was_none_do_not_lock_out_whoever_gets_it(desk: Desk, tmp_path: Path) -> None:
    pins = Pins(desk.database)
    for _ in range(4):
        pins.check("C1", "0000", NOON)
    take(desk, tmp_path, HEADER, FULL)
    assert pins.check("C1", "1234", NOON) == (PinState.RIGHT, None)


def test_bad_rows_are_rejected_by_line_and_the_others_taken(desk: Desk, tmp_path: Path) -> None:
    report = take(
        desk,
        tmp_path,
        HEADER,
        ",Jan,Kowal,adult",
        "C2,Jan,,adult",
        "C3,Jan,Kowal,wizard",
        "C4,Jan,Kowal,adult,17.05.1980",
        "",
        "C5,Jan,Kowal,adult,1980-02-30",
        "C6,Jan,Kowal,adult,,,,NOWHERE",
        "C7,Jan,Kowal,adult,,,,,,,12",
        "C8,Jan,Ko\x00wal,adult",
        f"C9,Jan,{'x' * 501},adult",
        "C10,Jan,Kowal,adult,,,,,,,,,beyond",
        '"C11","Jan","Kowal\nwith a second line","adult"',
        "C12,Jan,Kowal,ADULT",
    )
    assert counts(report) == (12, 2, 0, 0, 10)
    assert complaints(report) == [
        (2, "missing"),
        (3, "missing"),
        (4, "unknown_category"),
        (5, "bad_date"),
        (7, "bad_date"),
        (8, "unknown_branch"),
        (9, "bad_pin"),
        (10, "bad_text"),
        (11, "too_long"),
        (12, "too_many_columns"),
    ]


def test_columns_that_the_file_lacks_stay_as_they_are(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL)
    before = known(desk)
    report = take(desk, tmp_path, "card;last_name;category", "c1;Kowalska;adult")
    assert counts(report) == (1, 0, 1, 0, 0)
    after = known(desk)
    assert after.last_name == "Kowalska"
    assert (after.email, after.expires_on, after.restriction) == (
        before.email,
        before.expires_on,
        before.restriction,
    )


def test_empty_columns_that_the_file_has_empty_what_was_there(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL)
    take(desk, tmp_path, HEADER, "C1,,Nowak,adult,,,,,,,,")
    after = known(desk)
    assert (after.email, after.expires_on, after.restriction) == (None, None, None)


def test_an_export_imports_back_unchanged_whoever_wrote_the_restrictions(desk: Desk, tmp_path: Path) -> None:
    take(desk, tmp_path, HEADER, FULL, "C2,,O'Neill,child,,,,,,,,")
    with desk.database.act() as work:
        work.patrons.restrict(known(desk).id, "broke a window", "m.weber", NOON)
        work.commit()
    before = known(desk)
    with desk.database.read() as view:
        text, count = patrons_csv(view)
    assert count == 2
    assert counts(take(desk, tmp_path, *text.splitlines())) == (2, 0, 0, 2, 0)
    assert known(desk) == before


# As a form or an import would hold them: not empty, nothing blank at either end, nothing unseen.
typed = st.text(alphabet="=+-@;,'\"\n aż1", min_size=1, max_size=8).map(str.strip).filter(bool)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(typed, typed, typed), min_size=1, max_size=5))
def test_an_export_holds_no_formula_and_imports_back_unchanged(
    desk: Desk, tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    cards = [f"={number}" for number in range(len(rows))]
    with desk.database.act() as work:
        for card, (last_name, phone, restriction) in zip(cards, rows, strict=True):
            work.patrons.upsert(
                Patron(0, card, last_name, "adult", phone=phone, restriction=restriction, created_at=NOON)
            )
        work.commit()
    with desk.database.read() as view:
        text, count = patrons_csv(view)
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    file = tmp_path / "exported.csv"
    file.write_text(text, encoding="utf-8", newline="")
    assert counts(import_patrons(desk.database, town_library(), file, FixedClock(NOON))) == (
        count, 0, 0, count, 0,
    )  # fmt: skip


def test_an_unknown_column_is_told_and_left_out(desk: Desk, tmp_path: Path) -> None:
    report = take(desk, tmp_path, "card,last_name,category,shoe_size", "C1,Nowak,adult,38")
    assert counts(report) == (1, 1, 0, 0, 0)
    assert complaints(report) == [(1, "unknown_column")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_and_a_byte_order_mark_are_found_out(
    desk: Desk, tmp_path: Path, delimiter: str
) -> None:
    lines = (line.replace(",", delimiter) for line in ("card,last_name,category", "C1,Gżegżółka,adult"))
    assert counts(take(desk, tmp_path, *lines, encoding="utf-8-sig")) == (1, 1, 0, 0, 0)
    assert known(desk).last_name == "Gżegżółka"


@pytest.mark.parametrize("content", ["", "card,name\nC1,x\n", "\n\n"])
def test_a_file_without_the_columns_that_must_be_there_is_refused(
    desk: Desk, tmp_path: Path, content: str
) -> None:
    with pytest.raises(FileUnreadable) as refused:
        take(desk, tmp_path, content)
    assert getattr(refused.value.values["problem"], "key", "") == "patrons.file.columns_missing"


def test_a_file_in_another_encoding_is_refused_and_nothing_taken(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        take(desk, tmp_path, "card,last_name,category", "C1,Gżegżółka,adult", encoding="iso-8859-2")
    with desk.database.read() as view:
        assert view.patrons.count() == 0


def test_a_folder_and_a_missing_file_are_refused(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(FileUnreadable):
            import_patrons(desk.database, town_library(), path, FixedClock(NOON))


def test_one_card_twice_in_a_file_is_the_last_of_them(desk: Desk, tmp_path: Path) -> None:
    report = take(desk, tmp_path, "card,last_name,category", "C1,First,adult", " c1 ,Last,adult")
    assert counts(report) == (2, 1, 1, 0, 0)
    assert known(desk).last_name == "Last"
