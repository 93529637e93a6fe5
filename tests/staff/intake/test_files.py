"""Files in and out as staff do it: tried first, found afterwards, written down, whole when stopped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalog.exporter import ExportCancelled
from kiosk.catalog.finding import Finder
from kiosk.catalog.import_progress import ImportCancelled, ImportProgress
from kiosk.catalog.search import SearchRequest
from kiosk.model.errors import FormatUnknown
from kiosk.model.staff_errors import NotAllowed
from kiosk.staff.intake.exporting import Outgoing, Selection
from kiosk.staff.intake.importing import ImportPlan, Intake
from kiosk.storage import Database
from kiosk.storage.imports import Outcome
from tests.catalog.conftest import NOW
from tests.catalog.small_records import book, iso2709, item
from tests.staff.people import signed

Made = Callable[[str, bytes | str], Path]
ANNA = signed("librarian")
CONCERTO = "evergreen-concerto-852.xml"


def acts(database: Database) -> list[tuple[str, object]]:
    with database.read() as view:
        return [(entry.act, entry.details.get("created")) for entry in reversed(view.audit.latest())]


def test_a_check_stores_nothing_and_an_import_does_what_it_said(
    made: Made, intake: Intake, library: Database, finder: Finder
) -> None:
    path = made("x.mrc", iso2709(book("1", "Ruhm", item("B1")), book("2", "Tyll")))
    plan = ImportPlan((path,))
    said = intake.check(ANNA, plan)
    assert acts(library) == []
    done = intake.run(ANNA, plan, at=NOW)
    assert (said.created, said.items_created) == (done.created, done.items_created) == (2, 1)
    assert acts(library) == [("catalogue.import_begun", None), ("catalogue.import", 2)]
    assert finder.index.search(SearchRequest("tyll")).total == 1


def test_real_records_are_looked_into_tried_and_taken(real: Path, intake: Intake, library: Database) -> None:
    plan = ImportPlan((real / "marc" / CONCERTO,))
    preview = intake.preview(ANNA, plan, plan.paths[0])
    assert (preview.tag, len(preview.records)) == ("852", 20)
    assert {one.outcome for one in preview.records} == {Outcome.CREATED}
    assert all(one.items and one.description and one.description.title for one in preview.records)
    said = intake.check(ANNA, plan)
    done = intake.run(ANNA, plan, at=NOW)
    assert (said.created, said.items_created) == (done.created, done.items_created) == (344, 469)
    again = intake.preview(ANNA, plan, plan.paths[0])
    assert {one.outcome for one in again.records} == {Outcome.UNCHANGED}
    assert all(one.record_id for one in again.records)


def test_a_stopped_import_keeps_whole_records_and_goes_on_when_repeated(
    made: Made, intake: Intake, library: Database, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.catalog.import_progress._TOLD_EVERY", 0.0)
    path = made("x.mrc", iso2709(*(book(str(n), f"Band {n}", item(f"B{n}")) for n in range(300))))

    def stop(step: ImportProgress) -> None:
        if step.read > 150:
            raise ImportCancelled

    stopped = intake.run(ANNA, ImportPlan((path,)), at=NOW, progress=stop)
    assert stopped.cancelled
    assert 0 < stopped.created < 300
    assert stopped.created == stopped.items_created
    with library.read() as view:
        counts = view.records.counts()
    assert (counts.titles, counts.items) == (stopped.created, stopped.created)
    assert finder.index.search(SearchRequest("band")).total == stopped.created
    again = intake.run(ANNA, ImportPlan((path,)), at=NOW)
    assert (again.created, again.unchanged) == (300 - stopped.created, stopped.created)


@pytest.fixture
def filled(made: Made, intake: Intake) -> None:
    path = made("in.mrc", iso2709(*(book(str(n), f"Band {n}", item(f"B{n}")) for n in range(1, 41))))
    intake.run(ANNA, ImportPlan((path,)), at=NOW)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("ending", [".mrc", ".xml", ".json", ".csv"])
def test_marked_records_a_search_and_all_are_written_in_every_format(
    library: Database, outgoing: Outgoing, intake: Intake, tmp_path: Path, ending: str
) -> None:
    with library.read() as view:
        marked = tuple(view.records.newest(2))
    path = tmp_path / f"out{ending}"
    told: list[tuple[int, int]] = []
    for selection, records in (
        (Selection(record_ids=marked), 2),
        (Selection(search=SearchRequest("band 7")), None),
        (Selection(), 40),
    ):
        wanted = outgoing.count(ANNA, selection)
        report = outgoing.export(ANNA, path, selection, at=NOW, told=lambda *step: told.append(step))
        assert report.records == wanted == (records or wanted) > 0
    assert told[-1] == (40, 40)
    assert intake.check(ANNA, ImportPlan((path,))).unchanged == 40


@pytest.mark.usefixtures("filled")
def test_a_stopped_export_leaves_no_file_and_the_old_one_as_it_was(
    outgoing: Outgoing, tmp_path: Path, library: Database
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out.mrc").write_bytes(b"before")

    def stop(_done: int, _of: int) -> None:
        raise ExportCancelled

    with pytest.raises(ExportCancelled):
        outgoing.export(ANNA, folder / "out.mrc", Selection(), at=NOW, told=stop)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("out.mrc", b"before")]
    assert acts(library)[-1][0] == "catalogue.import"


@pytest.mark.usefixtures("filled")
def test_another_ending_is_refused(outgoing: Outgoing, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown):
        outgoing.export(ANNA, tmp_path / "out.docx", Selection(), at=NOW)


def test_the_desk_may_not_import(made: Made, intake: Intake) -> None:
    path = made("x.mrc", iso2709(book("1")))
    with pytest.raises(NotAllowed):
        intake.preview(signed("circulation"), ImportPlan((path,)), path)
    with pytest.raises(NotAllowed):
        intake.run(signed("editor"), ImportPlan((path,)), at=NOW)
