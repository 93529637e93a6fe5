"""Calendars, settings, the library file and the audit trail at the desk of staff."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.errors import ConfigurationInUse, LibraryFileInvalid
from kiosk.model.staff_errors import NotAllowed, SettingsChangedMeanwhile, SettingsInvalid
from kiosk.rules.calendar import is_open_day
from kiosk.staff.library_file import library_file_text
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.settings.calendars import CalendarDesk, new_closure, new_week, no_closure, week_of
from kiosk.staff.settings.desk import SettingsDesk
from kiosk.staff.settings.leaves import leaves_of
from kiosk.staff.settings.trail import AuditTrail, TrailFilter, changes_of
from kiosk.staff.signed_in import SignedIn
from tests.circulation.desk import NOON, Desk, days

MAIN = ("branch", "MAIN")
TODAY = NOON.date()


def signed(role: str) -> SignedIn:
    return SignedIn(role, role, role, frozenset(map(str, FIRST_ROLES[role])), "MAIN")


HEAD, ANNA = signed("administrator"), signed("librarian")


@pytest.fixture
def calendars(desk: Desk) -> CalendarDesk:
    return CalendarDesk(desk.database, FixedClock(NOON))


@pytest.fixture
def settings(desk: Desk) -> SettingsDesk:
    return SettingsDesk(desk.database, FixedClock(NOON))


def test_a_branch_is_closed_for_some_days_and_opened_again(calendars: CalendarDesk) -> None:
    first, last = date(2026, 12, 24), date(2027, 1, 1)
    closed = new_closure(MAIN, first, last, {"en": "Christmas", "de": "Weihnachten", "pl": " "})
    library = calendars.save(ANNA, calendars.library(ANNA), closed).library
    (closure,) = library.branches[0].calendar.closures
    assert (closure.first, closure.last) == (first, last)
    assert closure.reason.by_language == (("de", "Weihnachten"), ("en", "Christmas"))
    assert not is_open_day(library.branches[0].calendar, date(2026, 12, 31))
    again = no_closure(leaves_of(library), MAIN, "2026-12-24/2027-01-01")
    assert calendars.save(ANNA, library, again).library.branches[0].calendar.closures == ()


def test_a_closure_that_ends_before_it_begins_is_refused(calendars: CalendarDesk) -> None:
    backwards = new_closure(MAIN, date(2026, 5, 4), date(2026, 5, 1), {})
    with pytest.raises(SettingsInvalid):
        calendars.save(ANNA, calendars.library(ANNA), backwards)


def test_it_is_told_how_many_loans_are_due_while_closed(desk: Desk, calendars: CalendarDesk) -> None:
    desk.reader()
    for barcode in ("B1", "B2"):
        desk.copy(barcode)
        desk.lend(barcode=barcode)
    desk.copy("N1", branch="NORTH")
    desk.lend(barcode="N1")
    due = TODAY + timedelta(days=28)
    library = calendars.library(ANNA)
    on_that_day = calendars.due_within(ANNA, library, ["MAIN", "NORTH", "ISLAND"], due, due)
    assert [one.due for one in on_that_day] == [2, 1, 0]
    (before,) = calendars.due_within(ANNA, library, ["MAIN"], TODAY, due - timedelta(days=1))
    assert before.due == 0


@pytest.mark.parametrize(
    "week",
    [
        None,
        {"mon": ("09:00-12:00", "14:00-18:00"), "sat": ("10:00-14:00",)},
        {"mon": (), "tue": ()},
    ],
)
def test_weekly_hours_are_written_as_they_are_read(
    calendars: CalendarDesk, week: dict[str, tuple[str, ...]] | None
) -> None:
    for start in ({"fri": ("09:00-18:00",)}, None, week):
        opened = calendars.library(ANNA)
        calendars.save(ANNA, opened, new_week(leaves_of(opened), MAIN, start))
    found = week_of(leaves_of(calendars.library(ANNA)), MAIN)
    assert (found and {day: spans for day, spans in found.items() if spans}) == (
        week and {day: spans for day, spans in week.items() if spans}
    )


def test_an_unchanged_week_needs_no_edits(calendars: CalendarDesk) -> None:
    leaves = leaves_of(
        calendars.save(ANNA, calendars.library(ANNA), {(*MAIN, "hours", "mon"): ("09:00-18:00",)}).library
    )
    assert new_week(leaves, MAIN, week_of(leaves, MAIN)) == {}


def test_hours_that_overlap_are_refused(calendars: CalendarDesk) -> None:
    with pytest.raises(SettingsInvalid):
        calendars.save(
            ANNA, calendars.library(ANNA), {(*MAIN, "hours", "mon"): ("09:00-12:00", "11:00-18:00")}
        )


def test_a_librarian_keeps_the_calendar_and_no_other_settings(
    calendars: CalendarDesk, settings: SettingsDesk
) -> None:
    with pytest.raises(NotAllowed):
        calendars.save(ANNA, calendars.library(ANNA), {("library", "name"): "Mine"})
    with pytest.raises(NotAllowed):
        settings.save(ANNA, settings.library(ANNA), {("library", "name"): "Mine"})
    assert settings.save(HEAD, settings.library(HEAD), {("library", "name"): "Ours"}).changes


def test_where_a_code_is_in_use_is_told_before_it_is_taken_away(desk: Desk, settings: SettingsDesk) -> None:
    desk.reader()
    desk.copy()
    assert [(use.by, use.count) for use in settings.uses(HEAD, "branch", "MAIN")] == [("items", 1)]
    assert [use.by for use in settings.uses(HEAD, "patron_category", "adult")] == ["patrons"]
    assert settings.uses(HEAD, "item_type", "dvd") == ()


def test_a_library_file_is_previewed_and_loaded_as_previewed(settings: SettingsDesk, tmp_path: Path) -> None:
    file = tmp_path / "library.toml"
    text = settings.file_text(ANNA)
    assert text == library_file_text(settings.library(HEAD))
    file.write_text(text.replace('loan_period = "28 days"', 'loan_period = "21 days"'), encoding="utf-8")
    preview = settings.preview(HEAD, file)
    assert [(one.before, one.after) for one in preview.changes] == [("28 days", "21 days")]
    assert preview.in_use == ()
    saved = settings.load(HEAD, preview)
    assert saved.library == settings.library(HEAD) == preview.after
    last = settings.last_change(HEAD)
    assert last is not None
    assert last.entry.act == "settings.load"
    settings.undo(HEAD, last.entry.id)
    assert settings.file_text(HEAD) == text


def test_a_file_that_leaves_out_what_is_in_use_says_so_before_it_is_loaded(
    desk: Desk, settings: SettingsDesk, tmp_path: Path
) -> None:
    desk.copy(item_type="dvd")
    file = tmp_path / "library.toml"
    lines = settings.file_text(HEAD).split("\n\n")
    kept = [part for part in lines if '"dvd"' not in part]
    file.write_text("\n\n".join(kept), encoding="utf-8")
    preview = settings.preview(HEAD, file)
    (use,) = preview.in_use
    assert dict(use.values)["code"] == "dvd"
    with pytest.raises(ConfigurationInUse):
        settings.load(HEAD, preview)


def test_a_previewed_file_does_not_overwrite_what_changed_meanwhile(
    settings: SettingsDesk, tmp_path: Path
) -> None:
    file = tmp_path / "library.toml"
    file.write_text(settings.file_text(HEAD).replace("Town Library", "Village Library"), encoding="utf-8")
    preview = settings.preview(HEAD, file)
    settings.save(HEAD, settings.library(HEAD), {("branch", "MAIN", "phone"): "+49 1"})
    with pytest.raises(SettingsChangedMeanwhile):
        settings.load(HEAD, preview)


def test_a_file_that_only_orders_anew_is_told_as_that(settings: SettingsDesk, tmp_path: Path) -> None:
    file = tmp_path / "library.toml"
    parts = settings.file_text(HEAD).split("\n\n")
    one, two = (n for n, part in enumerate(parts) if part.startswith("[[item_type]]"))
    parts[one], parts[two] = parts[two], parts[one]
    file.write_text("\n\n".join(parts), encoding="utf-8")
    preview = settings.preview(HEAD, file)
    assert preview.only_order
    assert [kind.code for kind in settings.load(HEAD, preview).library.item_types] == ["dvd", "book"]


def test_a_broken_file_is_refused_with_its_place(settings: SettingsDesk, tmp_path: Path) -> None:
    file = tmp_path / "library.toml"
    file.write_text('[library]\nname = "x"\nbeds = 3\n', encoding="utf-8")
    with pytest.raises(LibraryFileInvalid):
        settings.preview(HEAD, file)


def test_the_trail_is_narrowed_by_account_act_subject_and_day(desk: Desk, settings: SettingsDesk) -> None:
    trail = AuditTrail(desk.database)
    with desk.database.act() as work:
        for number, (account, act) in enumerate(
            [("anna", "edit"), ("anna", "delete"), ("berta", "edit")], start=1
        ):
            at = NOON + days(number)
            work.audit.write(at=at, account=account, act=act, subject="record", subject_id=number)
        work.commit()

    def found(wanted: TrailFilter) -> list[int | None]:
        return [entry.subject_id for entry in trail.entries(HEAD, wanted)]

    assert found(TrailFilter()) == [3, 2, 1]
    assert found(TrailFilter(account="anna")) == [2, 1]
    assert found(TrailFilter(act="edit")) == [3, 1]
    assert found(TrailFilter(subject="record", subject_id=2)) == [2]
    assert found(TrailFilter(first=TODAY + timedelta(days=2), last=TODAY + timedelta(days=2))) == [2]
    first = trail.entries(HEAD, TrailFilter(), limit=1)
    assert [one.subject_id for one in trail.entries(HEAD, TrailFilter(), behind=first[0])] == [2, 1]
    assert trail.names(HEAD).acts == ("delete", "edit")


def test_an_entry_shows_each_value_before_and_after(desk: Desk, settings: SettingsDesk) -> None:
    settings.save(HEAD, settings.library(HEAD), {("rule", "*", "loan_period"): "21 days"})
    (entry,) = AuditTrail(desk.database).entries(HEAD, TrailFilter(act="rules.change"))
    (change,) = changes_of(entry)
    assert (change.path, change.before, change.after) == ("rule › * › loan_period", "28 days", "21 days")


def test_the_trail_is_for_those_who_may_read_it(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        AuditTrail(desk.database).entries(signed("circulation"), TrailFilter())
