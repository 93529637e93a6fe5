"""Records copied from other catalogues: warned of doubles, matched as an import matches, written down."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.catalog.import_units import new_record
from kiosk.catalog.sru import SruQuery, SruTarget
from kiosk.model.staff_errors import (
    NotAllowed,
    RecordChangedMeanwhile,
    SourceChangedMeanwhile,
    SourceInvalid,
    SourceUnknown,
    SourceUnreachable,
)
from kiosk.staff.intake.copying import Copying, SameBy, twins_of, without_holdings
from kiosk.staff.intake.sources import FIRST_SOURCES, RecordSource, RecordSources
from kiosk.storage import Database, StoredSource
from kiosk.storage.imports import Outcome
from tests.catalog import sru_server
from tests.catalog.conftest import NOW
from tests.catalog.small_records import book, item, record
from tests.staff.people import signed

ANNA, ADMIN = signed("librarian"), signed("administrator", "admin")
HERE = RecordSource("here", SruTarget("Here", "http://127.0.0.1:1/x"), position=0)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if sru_server.program() is None:
        pytest.skip("no SRU server is installed: yaz-ztest was not found (Debian package yaz)")
    with sru_server.running(tmp_path_factory.mktemp("sru")) as found:
        yield found


@pytest.fixture
def sources(library: Database) -> RecordSources:
    return RecordSources(library)


def saved(sources: RecordSources, address: str) -> None:
    sources.save(ADMIN, replace(HERE, target=SruTarget("YAZ", address, page=10)), None, at=NOW)


def test_a_record_is_found_taken_once_and_then_warned_of(
    library: Database, sources: RecordSources, address: str
) -> None:
    saved(sources, address)
    copying = Copying(library)
    found = copying.search(ANNA, "here", SruQuery(title="computer"))
    assert (found.total, len(found.copies), found.following) == (23, 10, 11)
    one = next(copy for copy in found.copies if copy.description and "0839108826" in str(copy.record))
    assert one.record is not None
    assert one.twins == ()
    taken = copying.take(ANNA, "here", one.record, at=NOW)
    assert taken.outcome is Outcome.CREATED
    again = copying.search(ANNA, "here", SruQuery(title="computer")).copies[one.number - 1]
    assert [(twin.record_id, twin.why) for twin in again.twins] == [(taken.record_id, SameBy.NUMBER)]
    again_taken = copying.take(ANNA, "here", one.record, at=NOW)
    assert again_taken == replace(taken, outcome=Outcome.UNCHANGED, version=None)
    with library.read() as view:
        assert view.records.counts().titles == 1
        assert [version.account for version in view.record_versions.of(taken.record_id)] == ["anna"]
        (entry,) = view.audit.about("record", taken.record_id)
    assert (entry.act, entry.account, entry.details["before"]) == ("record.copied", "anna", None)


def test_pages_follow_one_another_to_the_last(
    library: Database, sources: RecordSources, address: str
) -> None:
    saved(sources, address)
    copying = Copying(library)
    last = copying.search(ANNA, "here", SruQuery(title="computer"), start=21)
    assert ([copy.number for copy in last.copies], last.following) == ([21, 22, 23], None)
    assert copying.search(ANNA, "here", SruQuery(isbn="0")).copies == ()


def test_a_record_here_with_the_same_isbn_is_warned_of(library: Database) -> None:
    ours = book("1", "Tyll", "020 ## $a9783498035679")
    theirs = record("001 77", "003 DE-101", "020 ## $a3-498-03567-3", "245 00 $aTyll : Roman")
    copying = Copying(library)
    taken = copying.take(ANNA, "dnb", ours, at=NOW)
    with library.read() as view:
        twins = twins_of(view, theirs, new_record(theirs).description)
    assert [(twin.record_id, twin.title, twin.why) for twin in twins] == [
        (taken.record_id, "Tyll", SameBy.ISBN)
    ]
    assert copying.here(ANNA, "3498035673") == twins[0]
    assert copying.here(ANNA, "9783406000003") is None
    assert copying.take(ANNA, "dnb", theirs, at=NOW).outcome is Outcome.CREATED


def test_what_staff_edited_here_is_not_overwritten_unless_asked(library: Database) -> None:
    copying = Copying(library)
    number = copying.take(ANNA, "dnb", book("1", "Ruhm"), at=NOW).record_id
    with library.act() as act:
        act.records.update(number, new_record(book("1", "Unser Ruhm")), NOW, edited_here=True)
        act.commit()
    kept = copying.take(ANNA, "dnb", book("1", "Neu"), at=NOW)
    assert (kept.record_id, kept.outcome, kept.edited_here) == (number, Outcome.UNCHANGED, True)
    replaced = copying.take(ANNA, "dnb", book("1", "Neu"), at=NOW, overwrite=True)
    assert replaced.outcome is Outcome.UPDATED
    with library.read() as view:
        assert view.records.get(number).description.title == "Neu"  # type: ignore[union-attr]
        kept_before = view.record_versions.of(number)[1]
    assert "Unser Ruhm" in kept_before.marc


def test_taking_over_is_taken_back_whole(library: Database) -> None:
    copying = Copying(library)
    new = copying.take(ANNA, "dnb", book("1", "Ruhm"), at=NOW)
    replaced = copying.take(ANNA, "dnb", book("1", "Neu", "100 1# $aWer"), at=NOW)
    with library.read() as view:
        assert view.records.get(new.record_id).description.authors == ("Wer",)  # type: ignore[union-attr]
    with pytest.raises(RecordChangedMeanwhile):
        copying.undo(ANNA, new, at=NOW)
    copying.undo(ANNA, replaced, at=NOW)
    with library.read() as view:
        found = view.records.get(new.record_id)
        assert found is not None
        assert (found.description.title, found.edited_here) == ("Ruhm", False)
        assert new_record(book("1", "Ruhm")).content_hash == found.content_hash
        assert view.record_versions.of(new.record_id)[0].act == "record.copy_undone"
    with pytest.raises(RecordChangedMeanwhile):
        copying.undo(ANNA, replaced, at=NOW)
    other = copying.take(ANNA, "dnb", book("2", "Tyll"), at=NOW)
    copying.undo(ANNA, other, at=NOW)
    copying.undo(ANNA, copying.take(ANNA, "dnb", book("1", "Ruhm"), at=NOW), at=NOW)
    with library.read() as view:
        assert view.records.counts().titles == 1
        assert view.audit.latest(1)[0].details["after"] is None


def test_the_other_library_keeps_its_copies(library: Database) -> None:
    theirs = book("1", "Ruhm", item("B1"), "852 ## $bX$pY", "999 ## $ilokal", "880 00 $6245-01$aЯ")
    assert [field.tag for field in without_holdings(theirs).fields] == ["001", "003", "008", "245", "880"]


def test_nobody_there_and_nobody_known_are_told_apart(library: Database, sources: RecordSources) -> None:
    sources.save(ADMIN, HERE, None, at=NOW)
    with pytest.raises(SourceUnreachable):
        Copying(library).search(ANNA, "here", SruQuery(title="x"))
    with pytest.raises(SourceUnknown):
        Copying(library).search(ANNA, "nowhere", SruQuery(title="x"))
    with pytest.raises(NotAllowed):
        Copying(library).search(signed("circulation"), "here", SruQuery(title="x"))


def test_every_catalogue_of_the_program_can_be_asked(library: Database, sources: RecordSources) -> None:
    assert sources.all(ANNA) == FIRST_SOURCES
    for source in FIRST_SOURCES:
        sources.save(ADMIN, replace(source, active=False), source, at=NOW)
    assert [(one.code, one.active, one.own) for one in sources.all(ANNA)] == [
        (source.code, False, True) for source in FIRST_SOURCES
    ]


def test_a_catalogue_is_changed_and_taken_back(library: Database, sources: RecordSources) -> None:
    dnb = sources.all(ANNA)[0]
    moved = replace(dnb, target=replace(dnb.target, address="https://example.org/sru"))
    kept = sources.save(ADMIN, moved, dnb, at=NOW)
    assert sources.all(ANNA)[0] == kept
    with pytest.raises(SourceChangedMeanwhile) as refused:
        sources.save(ADMIN, replace(dnb, active=False), dnb, at=NOW)
    assert refused.value.values["account"] == "admin"
    assert sources.reset(ADMIN, "dnb", at=NOW) == dnb == sources.all(ANNA)[0]
    assert sources.reset(ADMIN, "dnb", at=NOW) == dnb
    with library.read() as view:
        told = [entry.details for entry in view.audit.latest()]
    assert [one["before"]["address"] for one in told] == [
        "https://example.org/sru",
        "https://services.dnb.de/sru/dnb",
    ]


def test_only_who_may_change_settings_changes_catalogues(library: Database, sources: RecordSources) -> None:
    with pytest.raises(NotAllowed):
        sources.save(ANNA, HERE, None, at=NOW)
    with pytest.raises(SourceInvalid):
        sources.save(ADMIN, replace(HERE, target=replace(HERE.target, address="file:///x")), None, at=NOW)
    with pytest.raises(SourceInvalid):
        sources.save(ADMIN, replace(HERE, code=" "), None, at=NOW)
    with pytest.raises(SourceUnknown):
        sources.reset(ADMIN, "nowhere", at=NOW)


def test_a_target_written_by_another_version_is_read_as_far_as_it_goes(
    library: Database, sources: RecordSources
) -> None:
    with library.act() as act:
        target = {"name": "Later", "address": "https://example.org", "colour": "blue"}
        act.record_sources.save(StoredSource("later", 9, True, target, "x", NOW))
        act.commit()
    assert sources.all(ANNA)[-1].target == SruTarget("Later", "https://example.org")
