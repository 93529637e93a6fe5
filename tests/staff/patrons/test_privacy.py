"""One's own data, being forgotten, sweeping, merging, waiting and files, by those who may."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.membership.photos import PatronPhotos
from kiosk.membership.registering import Registering
from kiosk.membership.registration import Registration
from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import CardUnknown, DiskFull, FileUnreadable, PatronHasLoans, RequestUnknown
from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.model.staff_errors import CardsNotOnePerson, NotAllowed, PatronChangedMeanwhile
from kiosk.staff.patrons.form import PatronForm
from kiosk.storage.desk.audit import Audit
from kiosk.storage.people.patrons import Patrons, Upserted
from kiosk.words import wording
from tests.circulation.desk import NOON, days

from .conftest import Counter, signed
from .test_card_and_account import PNG

LONG_AGO = date(2020, 1, 1)


def test_a_person_is_told_everything_and_that_is_noted(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    counter.services.remarks.note(counter.by, patron.id, "Large print, please", at=NOON)
    data = counter.services.privacy.export(counter.by, patron.id, wording("en"), at=NOON)
    assert json.loads(data.document)["notes"][0]["written"] == "Large print, please"
    assert "Large print, please" in data.text
    assert "Notes of staff" in data.text
    assert counter.services.trail.of(counter.by, patron.id)[0].act == "export_data"
    with pytest.raises(NotAllowed):
        counter.services.privacy.export(signed("circulation"), patron.id, wording("en"), at=NOON)


def test_nobody_is_forgotten_who_still_has_something(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    counter.desk.copy("B1")
    counter.desk.lend("R1", "B1")
    with pytest.raises(PatronHasLoans):
        counter.services.privacy.erase(counter.by, patron.id, at=NOON)
    counter.desk.take_back("B1")
    counter.services.privacy.erase(counter.by, patron.id, at=NOON)
    with pytest.raises(CardUnknown):
        counter.services.privacy.erase(counter.by, patron.id, at=NOON)


def test_a_sweep_forgets_whom_it_showed_unless_something_came_up(counter: Counter) -> None:
    privacy = counter.services.privacy
    swept = [counter.desk.reader(f"R{number}", expires_on=LONG_AGO) for number in range(1, 5)]
    recent = counter.desk.reader("R9", expires_on=(NOON - days(40)).date())
    shown = privacy.lapsed(counter.by, 1, at=NOON)
    assert [one.id for one in shown] == [one.id for one in swept], "ninety days at least"
    with counter.desk.database.act() as work:
        work.patrons.set_validity(swept[0].id, "adult", date(2030, 1, 1))
        work.commit()
    told: list[int] = []
    numbers = [one.id for one in (*shown, recent)]
    done = privacy.sweep(counter.by, numbers, 365, at=NOON, progress=told.append)
    assert (done.erased, done.kept, done.cancelled) == (3, 2, False)
    assert told == [1, 2, 3, 4, 5]
    assert privacy.lapsed(counter.by, 365, at=NOON) == ()


def test_a_sweep_that_is_cancelled_leaves_the_rest(counter: Counter) -> None:
    numbers = [counter.desk.reader(f"R{n}", expires_on=LONG_AGO).id for n in range(1, 4)]
    asked = iter([False, True])
    done = counter.services.privacy.sweep(counter.by, numbers, 365, at=NOON, cancelled=lambda: next(asked))
    assert (done.erased, done.kept, done.cancelled) == (1, 0, True)
    assert len(counter.services.privacy.lapsed(counter.by, 365, at=NOON)) == 2


def test_a_merge_does_what_was_shown_or_nothing(counter: Counter) -> None:
    stays, goes = counter.desk.reader("R1"), counter.desk.reader("R2", phone="030 123")
    counter.desk.copy("B1")
    counter.desk.lend("R2", "B1")
    merging = counter.services.merging
    seen = merging.preview(counter.by, stays.id, "r2")
    assert (seen.stays, seen.goes, seen.moving.loans) == (stays, goes, 1)
    with counter.desk.database.act() as work:
        work.patrons.update(replace(goes, phone="030 999"))
        work.commit()
    with pytest.raises(PatronChangedMeanwhile):
        merging.merge(counter.by, seen, at=NOON)
    moved = merging.merge(counter.by, merging.preview(counter.by, stays.id, "R2"), at=NOON)
    assert moved.loans == 1
    assert counter.services.trail.of(counter.by, stays.id)[0].act == "merge"
    for card, refused in (("R1", CardsNotOnePerson), ("R7", CardUnknown)):
        with pytest.raises(refused):
            merging.preview(counter.by, stays.id, card)


def test_a_temporary_card_is_confirmed_with_its_category(counter: Counter) -> None:
    joining = Registering(counter.desk.database, counter.desk.decider)
    person = Registration("Maj", "Ola", date(1990, 1, 1), "ola@example.org")
    made = joining.register(person, at=NOON, branch="MAIN")
    (waiting,) = counter.services.waiting.cards(counter.by)
    assert waiting.patron.card == made.card
    confirmed = counter.services.waiting.confirm(counter.by, made.card, "adult", at=NOON)
    assert (confirmed.temporary, confirmed.category) == (False, "adult")
    assert counter.services.waiting.cards(counter.by) == ()


def test_other_details_that_a_patron_asked_for_are_taken_or_declined(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    requests = PatronRequests(counter.desk.database, counter.desk.decider)
    for phone in ("030 111", "030 222"):
        requests.make(RequestKind.CONTACT, {"phone": phone}, at=NOON, card="R1")
    first, second = counter.services.waiting.requests(counter.by, patron.id)
    counter.services.waiting.decide(counter.by, first, accept=True, at=NOON)
    counter.services.waiting.decide(counter.by, second, accept=False, at=NOON, note="Which one?")
    assert counter.services.records.open(counter.by, patron.id).form.phone == "030 111"
    assert counter.services.waiting.requests(counter.by, patron.id) == ()


def test_who_asked_to_be_forgotten_is_so_only_by_those_who_may(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    requests = PatronRequests(counter.desk.database, counter.desk.decider)
    requests.make(RequestKind.ERASE, {}, at=NOON, card="R1")
    (asked,) = counter.services.waiting.requests(counter.by, patron.id)
    with pytest.raises(NotAllowed):
        counter.services.waiting.decide(signed("circulation"), asked, accept=True, at=NOON)
    counter.services.waiting.decide(counter.by, asked, accept=True, at=NOON)
    assert counter.services.finding.find(counter.by, "R1") == ()


def test_a_file_of_patrons_goes_out_and_comes_back_unchanged(counter: Counter, tmp_path: Path) -> None:
    counter.desk.reader("R1")
    counter.services.records.register(
        counter.by, PatronForm(last_name="Maj", category="adult", email="m@x.de"), at=NOON
    )
    text, count = counter.services.files.give(counter.by)
    assert count == 2
    file = tmp_path / "patrons.csv"
    file.write_text(text, encoding="utf-8")
    report = counter.services.files.take(counter.by, file)
    assert (report.read, report.unchanged, report.rejected) == (2, 2, 0)
    with pytest.raises(FileUnreadable):
        counter.services.files.take(counter.by, tmp_path / "none.csv")


def test_an_import_that_is_killed_half_way_is_noted_as_far_as_it_came(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "patrons.csv"
    rows = [f"C{number},Maj{number},adult" for number in range(60)]
    file.write_text("\n".join(["card,last_name,category", *rows]), encoding="utf-8")
    upsert = Patrons.upsert

    def killed(patrons: Patrons, patron: Patron) -> tuple[Patron, Upserted]:
        if patron.card == "C55":
            raise KeyboardInterrupt
        return upsert(patrons, patron)

    with monkeypatch.context() as patch:
        patch.setattr(Patrons, "upsert", killed)
        with pytest.raises(KeyboardInterrupt):
            counter.services.files.take(counter.by, file)
    assert noted(counter) == [{"read": 50, "created": 50, "updated": 0}]
    counter.services.files.take(counter.by, file)
    assert noted(counter)[0] == {"read": 60, "created": 10, "updated": 0}
    file.write_text("card,last_name,category", encoding="utf-8")
    counter.services.files.take(counter.by, file)
    assert noted(counter)[0] == {"read": 0, "created": 0, "updated": 0}
    assert len(noted(counter)) == 3


def noted(counter: Counter) -> list[Mapping[str, int]]:
    with counter.desk.database.read() as view:
        return [one.details for one in view.audit.latest() if one.act == "import_patrons"]


def test_a_photo_changes_only_once_that_is_noted(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    patron, photos = counter.desk.reader("R1"), counter.services.photos
    photos.keep(counter.by, patron.id, PNG, at=NOON)

    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr(Audit, "write", full)
        with pytest.raises(DiskFull):
            photos.keep(counter.by, patron.id, PNG + b"1", at=NOON)
        with pytest.raises(DiskFull):
            photos.forget(counter.by, patron.id, at=NOON)
    assert photos.of(counter.by, patron.id) == PNG
    photos.forget(counter.by, patron.id, at=NOON)
    photos.forget(counter.by, patron.id, at=NOON)
    assert photos.of(counter.by, patron.id) is None
    with counter.desk.database.read() as view:
        acts = [one.act for one in view.audit.about("patron", patron.id)]
    assert acts == ["forget_photo", "photo"]


def test_photos_of_those_who_are_gone_are_known_by_their_numbers(tmp_path: Path) -> None:
    photos = PatronPhotos(tmp_path / "photos")
    assert photos.owners() == frozenset()
    photos.keep(7, b"\xff\xd8\xffxx")
    (tmp_path / "photos" / "of-x.photo").write_bytes(b"")
    assert photos.owners() == {7}
    assert photos.forget_all([7, 8]) == 1
    assert photos.of(7) is None


def test_a_wish_to_be_forgotten_is_one_whatever_a_window_calls_it(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    requests = PatronRequests(counter.desk.database, counter.desk.decider)
    made = requests.make(RequestKind.ERASE, {}, at=NOON, card="R1")
    called = replace(made, kind=RequestKind.CONTACT.value)
    for accept in (True, False):
        with pytest.raises(NotAllowed):
            counter.services.waiting.decide(signed("circulation"), called, accept=accept, at=NOON)
    assert requests.show(made.number).request.state == "open"
    with counter.desk.database.read() as view:
        assert view.patrons.get(patron.id) is not None


def test_only_what_changes_a_card_is_decided_on_its_page(counter: Counter) -> None:
    counter.desk.reader("R1")
    requests = PatronRequests(counter.desk.database, counter.desk.decider)
    made = requests.make(RequestKind.PURCHASE, {"title": "Solaris"}, at=NOON, card="R1")
    with pytest.raises(RequestUnknown):
        counter.services.waiting.decide(counter.by, made, accept=False, at=NOON)
