"""Importing: matched, compared, whole or not at all, harmless to stop and to repeat."""

import gzip
import shutil
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.import_units import new_record
from kiosk.catalog.importer import ImportCancelled, Importer, ImportProgress
from kiosk.model.clock import FixedClock
from kiosk.model.errors import DiskFull
from kiosk.model.item import Condition, ItemStatus
from kiosk.storage import Act, Copy, Database, sqlite_url
from kiosk.storage.imports import Incoming, Stored, store_batch
from tests.catalog.conftest import LIBRARY, NOW
from tests.catalog.small_records import book, iso2709, item, record

Made = Callable[[str, bytes | str], Path]


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    assert report.read == report.created + report.updated + report.unchanged + report.rejected
    return report.read, report.created, report.updated, report.unchanged, report.rejected


def codes(report: ImportReport) -> list[str]:
    return [problem.code for problem in report.problems]


def copy(database: Database, barcode: str) -> Copy:
    with database.read() as view:
        found = view.items.copy(barcode)
    assert found is not None
    return found


def test_a_record_comes_with_its_items(made: Made, importer: Importer, library: Database) -> None:
    path = made("x.mrc", iso2709(book("1", "Ruhm", item("B1", "WEST", "$g9.90$v19.90"), item("B2"))))
    assert counts(importer.run([path])) == (1, 1, 0, 0, 0)
    with library.read() as view:
        found = view.records.by_barcode("b1")
        assert found is not None
        assert (found.control_number, found.agency, found.description.title) == ("1", "DE-1", "Ruhm")
        assert '"952"' not in found.marc
        assert [one.item.barcode for one in view.items.of_record(found.id)] == ["B1", "B2"]
        assert [change.record_id for change in view.feed.after(0)] == [found.id]
    one = copy(library, "B1").item
    assert (one.branch, one.location, one.call_number, one.item_type) == ("WEST", "ROM", "ROM KEHL", "book")
    assert one.price is not None
    assert one.price.minor == 1990


def test_importing_twice_is_importing_once(made: Made, importer: Importer) -> None:
    path = made("x.mrc", iso2709(book("1", "Ruhm", item("B1")), record("245 00 $aOhne Nummer")))
    assert counts(importer.run([path])) == (2, 2, 0, 0, 0)
    again = importer.run([path])
    assert counts(again) == (2, 0, 0, 2, 0)
    assert (again.items_created, again.items_updated) == (0, 0)


def test_a_changed_record_is_updated_and_its_items_described_anew(
    made: Made, importer: Importer, library: Database
) -> None:
    importer.run([made("a.mrc", iso2709(book("1", "Ruhm", item("B1"))))])
    changed = importer.run([made("b.mrc", iso2709(book("1", "Tyll", item("B1", "WEST"), item("B2"))))])
    assert counts(changed) == (1, 0, 1, 0, 0)
    assert (changed.items_created, changed.items_updated) == (1, 1)
    assert copy(library, "B1").item.branch == "WEST"
    with library.read() as view:
        assert view.records.counts().titles == 1
        assert [found.text for found in view.headings.browse("author", "").headings] == []


def test_a_new_item_makes_a_record_updated(made: Made, importer: Importer) -> None:
    importer.run([made("a.mrc", iso2709(book("1", "Ruhm")))])
    assert counts(importer.run([made("b.mrc", iso2709(book("1", "Ruhm", item("B1"))))])) == (1, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("003 A", "245 00 $aX"), ("003 A", "245 00 $aY"), True),
        (("003 A", "245 00 $aX"), ("003 B", "245 00 $aX"), False),
        (("003 A", "245 00 $aX"), ("245 00 $aX", "500 ## $aNeu"), True),
        (("245 00 $aX",), ("245 00 $aX", "500 ## $aNeu"), True),
        (("245 00 $aX",), ("245 00 $aY",), False),
        (("245 00 $aX", "260 ## $c1999"), ("245 00 $aX", "260 ## $c2000"), False),
    ],
)
def test_records_are_matched_by_number_and_agency_else_title_and_year(
    made: Made, importer: Importer, first: tuple[str, ...], second: tuple[str, ...], same: bool
) -> None:
    importer.run([made("a.mrc", iso2709(record("001 7", *first)))])
    report = importer.run([made("b.mrc", iso2709(record("001 7", *second)))])
    assert (report.updated, report.created) == ((1, 0) if same else (0, 1))


def test_a_record_edited_here_is_not_overwritten_unless_asked(
    made: Made, importer: Importer, library: Database
) -> None:
    importer.run([made("a.mrc", iso2709(book("1", "Ruhm")))])
    with library.act() as act:
        act.records.update(1, new_record(book("1", "Hier geändert")), NOW, edited_here=True)
        act.commit()
    path = made("b.mrc", iso2709(book("1", "Tyll", item("B1"))))
    report = importer.run([path])
    assert codes(report) == ["local_changes"]
    assert report.items_created == 1
    with library.read() as view:
        assert view.records.find("B1").description.title == "Hier geändert"  # type: ignore[union-attr]
    assert importer.run([path], overwrite=True).updated == 1
    with library.read() as view:
        found = view.records.find("B1")
    assert found is not None
    assert (found.description.title, found.edited_here) == ("Tyll", False)


def test_the_first_of_two_like_records_in_a_file_stays(made: Made, importer: Importer) -> None:
    path = made("x.mrc", iso2709(book("1", "Ruhm", item("B1")), book("1", "Tyll", item("B2"))))
    first = importer.run([path])
    assert counts(first) == (2, 1, 1, 0, 0)
    assert codes(first) == ["record.repeated"]
    assert counts(importer.run([path])) == (2, 0, 0, 2, 0)


@pytest.mark.parametrize(
    ("subfields", "condition", "status"),
    [
        ("", Condition.FINE, ItemStatus.AVAILABLE),
        ("$11", Condition.LOST, ItemStatus.LOST),
        ("$14", Condition.MISSING, ItemStatus.MISSING),
        ("$41", Condition.DAMAGED, ItemStatus.DAMAGED),
        ("$01", Condition.WITHDRAWN, ItemStatus.WITHDRAWN),
        ("$7-1", Condition.FINE, ItemStatus.NOT_FOR_LOAN),
        ("$70$10$40$00", Condition.FINE, ItemStatus.AVAILABLE),
        ("$q2026-12-24", Condition.FINE, ItemStatus.ON_LOAN),
        ("$q0000-00-00", Condition.FINE, ItemStatus.AVAILABLE),
    ],
)
def test_the_state_of_an_item_is_taken_when_it_is_made(
    made: Made,
    importer: Importer,
    library: Database,
    subfields: str,
    condition: Condition,
    status: ItemStatus,
) -> None:
    importer.run([made("x.mrc", iso2709(book("1", "Ruhm", item("B1", "MAIN", subfields))))])
    found = copy(library, "B1")
    assert (found.item.condition, found.status) == (condition, status)
    importer.run([made("y.mrc", iso2709(book("1", "Ruhm", item("B1", "MAIN", "$11"))))])
    assert copy(library, "B1").item.condition is condition


def test_an_item_due_in_the_source_is_lent_to_nobody_known(
    made: Made, importer: Importer, library: Database
) -> None:
    importer.run([made("x.mrc", iso2709(book("1", "Ruhm", item("B1", "MAIN", "$q2026-10-01"))))])
    found = copy(library, "B1")
    assert found.due_at == datetime(2026, 10, 1, 21, 59, 59, tzinfo=UTC)
    with library.read() as view:
        loan = view.loans.of_item(found.item.id)
    assert loan is not None
    assert (loan.patron_id, loan.terms.fine_per_day.minor) == (None, 0)


def test_what_items_name_and_nobody_knows_is_made_unconfigured(
    made: Made, importer: Importer, library: Database
) -> None:
    strange = "952 ## $aEAST$bEAST$cKeller$pB1$yVM"
    path = made("x.mrc", iso2709(book("1", "Ruhm", strange), book("2", "Tyll", strange.replace("B1", "B2"))))
    report = importer.run([path])
    assert sorted(codes(report)) == ["branch.unconfigured", "item_type.unconfigured", "location.unconfigured"]
    with library.read() as view:
        known = view.library.load()
    assert [(one.code, one.configured) for one in known.branches][-1] == ("EAST", False)
    assert [(one.code, one.configured) for one in known.item_types][-1] == ("VM", False)
    assert codes(importer.run([path])) == []


def test_a_barcode_of_another_record_is_told_and_left(
    made: Made, importer: Importer, library: Database
) -> None:
    path = made("x.mrc", iso2709(book("1", "Ruhm", item("B1")), book("2", "Tyll", item("b1"))))
    report = importer.run([path])
    assert codes(report) == ["item.barcode_taken"]
    with library.read() as view:
        assert view.records.by_barcode("B1").description.title == "Ruhm"  # type: ignore[union-attr]


NOTE = "952 ## $adigital files not viewed; td12 2013-7-16"


@pytest.mark.parametrize(
    ("lines", "items", "barcodes"),
    [
        ([item("B1"), NOTE], "auto", ["B1"]),
        ([NOTE], "auto", []),
        (["852 ## $bMAIN$cROM$hPT2671$i.E32$pC1$y20.99", NOTE], "auto", ["C1"]),
        (["949 ## $aPT 2671$i30007001$lSTACKS$mMAIN$tBOOK"], "auto", ["30007001"]),
        (["999 ## $aPT 2671$i30007002$lSTACKS$mMAIN$tBOOK"], "auto", ["30007002"]),
        (["999 ## $c12$d12"], "auto", []),
        ([item("B1"), "852 ## $bMAIN$pC1"], "852", ["C1"]),
        ([item("B1")], "none", []),
    ],
)
def test_item_fields_are_told_from_notes_by_their_values(
    made: Made, importer: Importer, library: Database, lines: list[str], items: str, barcodes: list[str]
) -> None:
    importer.run([made("x.mrc", iso2709(book("1", "Ruhm", *lines)))], items)
    with library.read() as view:
        assert [one.item.barcode for one in view.items.of_record(1)] == barcodes
        found = view.records.get(1)
    assert found is not None
    assert ("digital files" in found.marc) is (NOTE in lines)


def test_a_dry_run_tells_the_same_and_stores_nothing(
    made: Made, importer: Importer, library: Database
) -> None:
    path = made("x.mrc", iso2709(*(book(str(n), f"Titel {n}", item(f"B{n}", "EAST")) for n in range(150))))
    twice = [path, path]
    pretended = importer.run(twice, dry_run=True)
    with library.read() as view:
        assert view.records.counts().titles == 0
        assert len(view.library.load().branches) == 2
    real = importer.run(twice)
    assert counts(pretended) == counts(real) == (300, 150, 0, 150, 0)
    assert pretended.items_created == real.items_created == 150


def test_a_cancelled_import_goes_on_when_repeated(made: Made, importer: Importer, library: Database) -> None:
    path = made("x.mrc", iso2709(*(book(str(n), f"Titel {n}", item(f"B{n}")) for n in range(300))))

    def stop(progress: ImportProgress) -> None:
        if progress.read > 0:
            raise ImportCancelled

    stopped = importer.run([path], progress=stop)
    assert stopped.cancelled
    assert not stopped.complete
    with library.read() as view:
        assert view.records.counts().titles == view.records.counts().items == stopped.created
    again = importer.run([path])
    assert (again.created, again.unchanged) == (300 - stopped.created, stopped.created)


def test_an_import_that_breaks_leaves_no_record_without_its_items(
    made: Made, importer: Importer, library: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made("x.mrc", iso2709(*(book(str(n), f"Titel {n}", item(f"B{n}")) for n in range(5))))

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.storage.imports.rows.write_items", broken)
        with pytest.raises(KeyboardInterrupt):
            importer.run([path])
    with library.read() as view:
        assert view.records.counts().titles == 0
    assert importer.run([path]).created == 5


def test_files_that_cannot_be_read_are_told_and_the_others_imported(
    made: Made, importer: Importer, tmp_path: Path
) -> None:
    good = made("good.mrc", iso2709(book("1")))
    report = importer.run(
        [tmp_path / "none.mrc", made("empty", b""), made("p.png", b"\x89PNG\x00\x01"), good]
    )
    assert codes(report) == ["file.unreadable", "file.empty", "file.unknown_format"]
    assert (report.complete, report.created) == (False, 1)
    assert [problem.record for problem in report.problems] == [None, None, None]


def test_rejected_records_do_not_make_an_import_incomplete(made: Made, importer: Importer) -> None:
    report = importer.run([made("x.mrc", iso2709(book("1"), book("2")) + b"rubbish\x1d")])
    assert counts(report) == (3, 2, 0, 0, 1)
    assert report.complete
    assert [(p.record, p.severity.value, p.key) for p in report.problems] == [
        (3, "error", "import.record.undecodable")
    ]


TABLE = """control_number;Titel;Verfasser;Jahr;Barcode;Zweigstelle;Medientyp;Signatur
1;Ruhm;Kehlmann, Daniel;2009;B1;Hauptstelle;book;ROM KEHL
1;Ruhm;Kehlmann, Daniel;2009;B2;west;book;ROM KEHL
;Tyll;Kehlmann, Daniel;2017;B3;MAIN;book;ROM KEHL
;;;;B4;MAIN;book;
2;Zu;viele;2001;B5;MAIN;book;ROM;Zellen
;TYLL!;"Kehlmann, Daniel";2017;B6;MAIN;book;ROM KEHL
"""


def test_rows_of_one_record_add_their_items(made: Made, importer: Importer, library: Database) -> None:
    path = made("x.csv", TABLE)
    first = importer.run([path])
    assert counts(first) == (6, 2, 2, 0, 2)
    assert [(p.record, p.code) for p in first.problems] == [(5, "row.no_title"), (6, "row.too_many_cells")]
    with library.read() as view:
        assert view.records.counts().titles == 2
        assert view.records.by_barcode("B6") == view.records.by_barcode("B3")
    assert (copy(library, "B1").item.branch, copy(library, "B2").item.branch) == ("MAIN", "WEST")
    again = importer.run([path])
    assert counts(again) == (6, 0, 0, 4, 2)


def test_a_table_of_items_finds_its_records(made: Made, importer: Importer, library: Database) -> None:
    works = "control_number,title,year,form,call_number\nL1,Arrival,2016,film,DVD ARRI\n"
    copies = "control_number,barcode,branch,location\nL1,B1,MAIN,Film\nL9,B2,MAIN,Film\n"
    importer.run([made("works.csv", works)])
    report = importer.run([made("copies.csv", copies)])
    assert counts(report) == (2, 0, 1, 0, 1)
    assert [p.record for p in report.problems if p.code == "record.unknown"] == [3]
    assert copy(library, "B1").item.call_number == "DVD ARRI"


def test_a_table_changes_what_it_says_and_keeps_what_it_cannot_say(
    made: Made, importer: Importer, library: Database
) -> None:
    rich = book(
        "1", "Ruhm", "100 1# $aKehlmann, Daniel", "505 0# $aStimmen -- In Gefahr", "650 #7 $aRuhm$2gnd"
    )
    importer.run([made("x.mrc", iso2709(rich))])
    same = 'control_number,title,author,year,subjects\n1,Ruhm,"Kehlmann, Daniel",2005,Ruhm\n'
    assert counts(importer.run([made("a.csv", same)])) == (1, 0, 0, 1, 0)
    assert counts(importer.run([made("b.csv", same.replace(",Ruhm\n", ",Identität\n"))])) == (1, 0, 1, 0, 0)
    with library.read() as view:
        found = view.records.get(1)
    assert found is not None
    assert found.description.subjects == ("Identität",)
    assert found.description.notes == ("Stimmen -- In Gefahr",)
    assert found.agency == "DE-1"


def test_ruined_isbns_are_not_trusted(made: Made, importer: Importer, library: Database) -> None:
    report = importer.run([made("x.csv", "title,isbn\nOne,9.78E+12\nTwo,9.78E+12\n")])
    assert codes(report) == ["isbn.ruined", "isbn.ruined"]
    assert report.created == 2


# What ends a record, a field or a subfield is no letter of one.
_ANY_LETTER = st.characters(codec="utf-8", exclude_characters="\x1d\x1e\x1f")


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.text(_ANY_LETTER, min_size=1, max_size=20)),
        min_size=1,
        max_size=8,
        unique_by=lambda pair: pair[0],
    )
)
def test_any_records_imported_twice_are_unchanged(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    shutil.copyfile(sqlite_template, folder / "library.db")
    database = Database.open(sqlite_url(folder / "library.db"))
    with database.act() as act:
        act.library.replace(LIBRARY)
        act.commit()
    path = folder / "any.mrc"
    path.write_bytes(
        iso2709(*(book(str(n), "T" + text.replace("$", ""), item(f"B{n}")) for n, text in pairs))
    )
    importer = Importer(database, FixedClock(NOW))
    first, again = importer.run([path]), importer.run([path])
    database.close()
    assert first.created == again.unchanged == again.read
    assert again.items_created == again.items_updated == 0


@pytest.mark.proof
def test_a_checkout_beside_an_import_never_waits_long(
    made: Made, importer: Importer, library: Database
) -> None:
    path = made("x.mrc", iso2709(*(book(str(n), f"Titel {n}", item(f"B{n}")) for n in range(8000))))
    waits: list[float] = []
    done = threading.Event()

    def check_out_again_and_again() -> None:
        while not done.is_set():
            begun = time.perf_counter()
            with library.act() as act:
                waits.append(time.perf_counter() - begun)
                act.library.add_item_type("book")
                act.commit()
            done.wait(0.02)

    beside = threading.Thread(target=check_out_again_and_again)
    beside.start()
    report = importer.run([path])
    done.set()
    beside.join()
    assert report.created == 8000
    assert max(waits) < 0.15


PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + Random(7).randbytes(60_000)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (PICTURE, "file.unknown_format"),
        (gzip.compress(PICTURE), "file.unknown_format"),
        (b"\x1f\x8b\x08\x00 not packed at all", "file.damaged"),
        (b"one line of text", "file.unknown_format"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_as_a_whole(
    made: Made, importer: Importer, content: bytes, code: str
) -> None:
    assert {0x1D, 0x1E, 0x1F} <= set(PICTURE)
    report = importer.run([made("x.mrc", content)])
    assert (report.complete, report.read, codes(report)) == (False, 0, [code])


def test_a_download_that_broke_off_gives_what_had_come(made: Made, importer: Importer) -> None:
    records = [book(str(number), f"Titel {Random(number).random()}") for number in range(40)]
    report = importer.run([made("x.gz", gzip.compress(iso2709(*records))[:-300])])
    assert report.created > 10
    assert codes(report)[-1] == "file.damaged"
    assert not report.complete


def test_trouble_on_the_way_is_part_of_the_report(
    made: Made, importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made("x.mrc", iso2709(*[book(str(number)) for number in range(100)]))
    stored: list[int] = []

    def filling_up(work: Act, batch: list[Incoming], *more: Any) -> list[Stored]:
        if stored:
            raise DiskFull
        stored.append(len(batch))
        return store_batch(work, batch, *more)

    monkeypatch.setattr("kiosk.catalog.importer.store_batch", filling_up)
    report = importer.run([path])
    assert isinstance(report.trouble, DiskFull)
    assert (counts(report)[:2], report.complete) == ((stored[0], stored[0]), False)
    monkeypatch.undo()
    assert counts(importer.run([path])) == (100, 100 - stored[0], 0, stored[0], 0)
