"""What a preview shows is what an import would do, and nothing is stored by looking."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalog.import_preview import Preview, Previewer
from kiosk.catalog.import_units import new_record
from kiosk.catalog.importer import Importer, ImportProgress
from kiosk.catalog.source import SourceFormat
from kiosk.catalog.taking import same_record, take_record
from kiosk.model.clock import FixedClock
from kiosk.model.errors import FileUnreadable, FormatUnknown
from kiosk.storage import Database
from kiosk.storage.imports import Outcome
from tests.catalog.conftest import NOW
from tests.catalog.small_records import book, iso2709, item, record

Made = Callable[[str, bytes | str], Path]
STRANGE = "Werk;Wer;Nr;Wert\nTyll;Kehlmann, Daniel;B1;12,50\nRuhm;Kehlmann, Daniel;B2;9,90\n"
CHOSEN = {"Werk": "title", "Wer": "author", "Nr": "barcode", "Wert": "price"}


@pytest.fixture
def previewer(library: Database) -> Previewer:
    return Previewer(library, FixedClock(NOW))


def told(preview: Preview) -> list[tuple[str, Outcome, int]]:
    return [
        (one.description.title if one.description else "", one.outcome, len(one.items))
        for one in preview.records
    ]


def titles(database: Database) -> int:
    with database.read() as view:
        return view.records.counts().titles


def test_records_are_shown_as_they_would_be(
    made: Made, importer: Importer, previewer: Previewer, library: Database
) -> None:
    importer.run([made("a.mrc", iso2709(book("1", "Ruhm"), book("2", "Alt")))])
    path = made(
        "b.mrc",
        iso2709(book("1", "Ruhm", item("B1")), book("2", "Neu"), book("3", "Tyll"), book("3", "Tyll")),
    )
    preview = previewer.look(path)
    assert (preview.kind, preview.tag) == (SourceFormat.ISO2709, "952")
    assert told(preview) == [
        ("Ruhm", Outcome.UNCHANGED, 1),
        ("Neu", Outcome.UPDATED, 0),
        ("Tyll", Outcome.CREATED, 0),
        ("Tyll", Outcome.UNCHANGED, 0),
    ]
    assert [one.record_id for one in preview.records] == [1, 2, None, None]
    assert titles(library) == 2


def test_the_tag_of_items_may_be_chosen_and_only_the_first_records_are_shown(
    made: Made, previewer: Previewer
) -> None:
    path = made(
        "x.mrc", iso2709(*(book(str(number), f"B {number}", item(f"B{number}")) for number in range(30)))
    )
    assert (previewer.look(path, "none", limit=5).tag, len(previewer.look(path, limit=5).records)) == (
        None,
        5,
    )
    assert all(not one.items for one in previewer.look(path, "none").records)


def test_what_cannot_be_imported_is_shown_with_the_reason(made: Made, previewer: Previewer) -> None:
    authority = record("001 9", "100 1# $aKafka", leader="00000nz  a2200000   4500")
    (shown,) = previewer.look(made("x.mrc", iso2709(authority))).records
    assert (shown.outcome, shown.description) == (Outcome.REJECTED, None)
    assert [finding.code for finding in shown.findings] == ["record.authority"]


def test_a_table_of_strange_headings_waits_for_its_columns(
    made: Made, previewer: Previewer, importer: Importer, library: Database
) -> None:
    path = made("x.csv", STRANGE)
    preview = previewer.look(path)
    assert not preview.usable
    assert [(one.heading, one.column, one.example) for one in preview.columns][:2] == [
        ("Werk", None, "Tyll"),
        ("Wer", None, "Kehlmann, Daniel"),
    ]
    assert told(previewer.look(path, columns=CHOSEN)) == [
        ("Tyll", Outcome.CREATED, 1),
        ("Ruhm", Outcome.CREATED, 1),
    ]
    report = importer.run([path], columns=CHOSEN)
    assert (report.created, report.items_created, report.complete) == (2, 2, True)
    with library.read() as view:
        copy = view.items.copy("B1")
    assert copy is not None
    assert copy.item.price is not None
    assert copy.item.price.minor == 1250


def test_a_heading_may_be_left_out_and_is_then_no_warning(
    made: Made, importer: Importer, library: Database
) -> None:
    path = made("x.csv", "title;barcode;foo\nTyll;B1;x\n")
    report = importer.run([path], columns={"barcode": "", "foo": ""})
    assert (report.created, report.items_created, report.problems) == (1, 0, ())


@pytest.mark.parametrize("content", ["", "\x00\x01\x02" * 50, "<html></html>"])
def test_what_is_no_file_of_records_is_refused(made: Made, previewer: Previewer, content: str) -> None:
    with pytest.raises(FormatUnknown):
        previewer.look(made("x", content))
    with pytest.raises(FileUnreadable):
        previewer.look(made("x", content).with_name("none.mrc"))


def test_a_table_tells_how_far_it_is(made: Made, importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.catalog.import_progress._TOLD_EVERY", 0.0)
    path = made("x.csv", "title\n" + "".join(f"Band {number} {'x' * 200}\n" for number in range(3_000)))
    told: list[ImportProgress] = []
    importer.run([path], dry_run=True, progress=told.append)
    fractions = [step.fraction for step in told]
    assert fractions == sorted(fractions)
    assert 0 < fractions[0] < fractions[-1] <= 1


def test_a_problem_names_the_record_that_it_is_about(
    made: Made, importer: Importer, library: Database
) -> None:
    importer.run([made("a.mrc", iso2709(book("1", "Ruhm"), book("2", "Tyll")))])
    with library.act() as act:
        act.records.update(2, new_record(book("2", "Hier")), NOW, edited_here=True)
        act.commit()
    report = importer.run([made("b.mrc", iso2709(book("2", "Neu")))])
    assert [(problem.code, problem.record_id) for problem in report.problems] == [("local_changes", 2)]


def test_a_record_taken_by_itself_is_matched_as_in_an_import(library: Database) -> None:
    with library.act() as act:
        first = take_record(act, book("1", "Ruhm"), NOW)
        again = take_record(act, book("1", "Ruhm"), NOW)
        act.commit()
    assert (first.outcome, again.outcome, again.record_id) == (
        Outcome.CREATED,
        Outcome.UNCHANGED,
        first.record_id,
    )
    with library.read() as view:
        assert same_record(view, book("1", "Ruhm")) == first.record_id
        assert same_record(view, book("7", "Ruhm")) is None
