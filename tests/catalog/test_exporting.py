"""Exports are whole, and importing one changes nothing."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalog.exporter import Exporter
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.importer import Importer
from kiosk.catalog.reading import read_marc
from kiosk.model.errors import FormatUnknown
from kiosk.storage import Database
from tests.catalog.small_records import book, iso2709, item, record

Made = Callable[[str, bytes | str], Path]
ENDINGS = [".mrc", ".xml", ".json", ".csv"]


def changes(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.created, report.updated, report.rejected, report.items_created, report.items_updated


@pytest.fixture
def filled(made: Made, importer: Importer, library: Database) -> Database:
    records = (
        book(
            "1",
            "Der <Turm> & mehr",
            item("B1", "WEST", "$v19.90$71$znur hier"),
            item("B2", "MAIN", "$11$32 CDs, 1 Heft"),
        ),
        book("2", "Ruhm", item("B3", "MAIN", "$q2026-12-24"), "952 ## $aeine Notiz", "500 ## $aZeile"),
        record("245 00 $aOhne Nummer", "700 1# $aFoy, Claire,$eactor."),
        book("3", "Ohne Exemplar", "100 1# $aŻeromski, Stefan", "490 0# $aReihe ;$v3"),
    )
    importer.run([made("in.mrc", iso2709(*records))])
    return library


@pytest.mark.parametrize("ending", ENDINGS)
def test_importing_an_export_changes_nothing(
    filled: Database, importer: Importer, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"out{ending}"
    report = Exporter(filled).run(path)
    assert (report.records, report.items, report.problems) == (4, 3, ())
    assert changes(importer.run([path])) == (0, 0, 0, 0, 0)


def test_a_table_holds_nothing_that_a_spreadsheet_would_run_and_imports_back_unchanged(
    made: Made, importer: Importer, library: Database, tmp_path: Path
) -> None:
    importer.run(
        [
            made(
                "in.mrc",
                iso2709(
                    book("1", "@home", item("=B1", "MAIN", "$z+1; -2"), "100 1# $a-ky, Jan"),
                    book("2", "'=1+1", item("B2", "MAIN"), "520 ## $a=cmd|' /C calc'!A0", "650 #0 $a+ Plus"),
                ),
            )
        ]
    )
    path = tmp_path / "out.csv"
    Exporter(library).run(path)
    text = path.read_text(encoding="utf-8")
    for delimiter in ",;":
        cells = [
            cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row
        ]
        assert not [cell for cell in cells if cell.lstrip(' "').startswith(("=", "+", "-", "@"))]
    assert "'@home" in text
    assert "''=1+1" in text
    assert changes(importer.run([path])) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_belongs_to_an_item_comes_in_goes_out_and_can_be_mended(
    filled: Database, importer: Importer, made: Made, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"out{ending}"
    Exporter(filled).run(path)
    text = path.read_text(encoding="utf-8")
    assert "2 CDs, 1 Heft" in text
    # As many letters as before: a record in ISO 2709 tells its own length.
    mended = made(f"mended{ending}", text.replace("2 CDs, 1 Heft", "3 CDs, 1 Heft"))
    assert changes(importer.run([mended])) == (0, 1, 0, 0, 1)
    with filled.read() as view:
        found = [view.items.by_barcode(barcode) for barcode in ("B1", "B2")]
    assert [one.parts for one in found if one] == [None, "3 CDs, 1 Heft"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_makes_the_same_library_elsewhere(
    filled: Database, tmp_path: Path, ending: str, made: Made
) -> None:
    with filled.read() as view:
        copies = view.items.of_record(2)
    path = tmp_path / f"out{ending}"
    Exporter(filled).run(path, [2])
    text = path.read_bytes()
    for copy in copies:
        assert copy.item.barcode.encode() in text
    assert b"2026-12-24" in text


def test_fresh_items_stand_beside_notes_of_the_same_tag(filled: Database, tmp_path: Path) -> None:
    Exporter(filled).run(tmp_path / "out.mrc", [2])
    (read,) = read_marc(tmp_path / "out.mrc")
    assert read.record is not None
    assert [field.first("p") for field in read.record.all("952")] == ["", "B3"]


def test_records_too_long_go_to_a_file_beside(
    made: Made, importer: Importer, library: Database, tmp_path: Path
) -> None:
    long = book("1", "Lang", *(f"500 ## $a{number}{'x' * 9000}" for number in range(12)))
    from kiosk.catalog.marc.writing import XML_BEGIN, XML_END, to_xml

    importer.run([made("in.xml", XML_BEGIN + to_xml(long) + to_xml(book("2", "Kurz")) + XML_END)])
    report = Exporter(library).run(tmp_path / "out.mrc")
    assert [problem.code for problem in report.problems] == ["export.too_long"]
    assert report.rest == tmp_path / "out.mrc.rest.xml"
    (tmp_path / "out.mrc.rest.xml").write_text("somebody else's")
    again = Exporter(library).run(tmp_path / "out.mrc")
    assert (tmp_path / "out.mrc.rest.xml").read_text() == "somebody else's"
    assert again.rest == tmp_path / "out.mrc.rest-2.xml"
    assert dict(again.problems[0].values)["file"] == "out.mrc.rest-2.xml", "the report names the other file"
    Exporter(library).run(tmp_path / "out.mrc", [])
    assert (tmp_path / "out.mrc.rest.xml").exists(), "nor does an export without a rest take it away"
    report = Exporter(library).run(tmp_path / "out.mrc")
    assert report.rest is not None
    both = importer.run([tmp_path / "out.mrc", report.rest])
    assert (both.read, both.unchanged) == (2, 2)


def test_an_export_of_nothing_is_an_empty_file_of_its_kind(library: Database, tmp_path: Path) -> None:
    for ending in ENDINGS:
        assert Exporter(library).run(tmp_path / f"out{ending}").records == 0
    assert (tmp_path / "out.json").read_text() == "[]\n"
    assert sorted(path.name for path in tmp_path.glob("*out*")) == [
        "out.csv",
        "out.json",
        "out.mrc",
        "out.xml",
    ]


def test_an_unknown_ending_is_refused(library: Database, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown):
        Exporter(library).run(tmp_path / "out.pdf")


def test_an_export_that_breaks_leaves_what_was_there(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.mrc"
    path.write_bytes(b"before")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.catalog.exporter.to_iso2709", broken)
    with pytest.raises(KeyboardInterrupt):
        Exporter(filled).run(path)
    assert path.read_bytes() == b"before"
    assert not list(tmp_path.glob(".*part"))
