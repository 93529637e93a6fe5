"""Changes of the configuration: kept with before and after, never over another's, and taken back."""

from datetime import UTC, datetime
from typing import cast

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.errors import ConfigurationInUse
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.rule import Period, PeriodUnit
from kiosk.model.staff_errors import NotAllowed, NothingToUndo, SettingsChangedMeanwhile, SettingsInvalid
from kiosk.staff.settings.changing import Area, Changing, rebased
from kiosk.staff.settings.leaves import (
    ANYBODY,
    SERVICES,
    Difference,
    Path,
    Plain,
    edited,
    leaves_of,
    library_of_leaves,
    order_of,
    without,
)
from kiosk.staff.settings.orders import order_path
from kiosk.storage import Database
from tests.circulation.desk import Desk
from tests.staff.copies.test_at_once import at_once

EVERYWHERE = frozenset(Area)
PERIOD = ("rule", ANYBODY, "loan_period")
RENEWALS = ("rule", ANYBODY, "renewals")
MEG = "m.weber"


@pytest.fixture
def changing(desk: Desk) -> Changing:
    return Changing(desk.database, FixedClock(datetime(2026, 3, 2, 12, tzinfo=UTC)))


def save(changing: Changing, opened: Library, edits: dict[Path, Plain | None]) -> Library:
    return changing.save(MEG, EVERYWHERE, opened, edits).library


def test_a_change_is_kept_and_told_with_before_and_after(desk: Desk, changing: Changing) -> None:
    saved = changing.save(MEG, EVERYWHERE, changing.load(), {PERIOD: "21 days"})
    assert changing.load() == saved.library
    assert saved.library.rules[0].values.loan_period == Period(21, PeriodUnit.DAYS)
    with desk.database.read() as view:
        entry = view.audit.latest(1)[0]
    assert (entry.account, entry.act, entry.subject) == ("m.weber", "rules.change", "library")
    assert entry.details["before"] == {"rule": {"*": {"loan_period": "28 days"}}}
    assert entry.details["after"] == {"rule": {"*": {"loan_period": "21 days"}}}


def test_a_change_that_changes_nothing_leaves_no_trace(desk: Desk, changing: Changing) -> None:
    assert changing.save(MEG, EVERYWHERE, changing.load(), {PERIOD: "28 days"}).changes == ()
    with desk.database.read() as view:
        assert view.audit.latest() == ()


def test_what_another_changed_meanwhile_is_shown_and_not_overwritten(changing: Changing) -> None:
    opened = changing.load()
    save(changing, opened, {PERIOD: "14 days"})
    with pytest.raises(SettingsChangedMeanwhile) as stopped:
        save(changing, opened, {PERIOD: "21 days", RENEWALS: 1})
    (theirs,) = cast(tuple[Difference, ...], stopped.value.values["theirs"])
    assert (theirs.path, theirs.before, theirs.after) == (PERIOD, "28 days", "14 days")
    now = changing.load()
    assert stopped.value.values["library"] == now
    mine = rebased({PERIOD: "21 days", RENEWALS: 1}, leaves_of(now), frozenset({PERIOD}))
    values = save(changing, now, mine).rules[0].values
    assert (values.loan_period, values.renewals) == (Period(14, PeriodUnit.DAYS), 1)


def labels(library: Library) -> tuple[str, ...]:
    return tuple(branch.code for branch in library.branches)


def test_another_order_is_kept_told_and_taken_back(desk: Desk, changing: Changing) -> None:
    opened = changing.load()
    order = labels(opened)
    saved = changing.save(MEG, EVERYWHERE, opened, {order_path("branch"): order[::-1]})
    assert labels(changing.load()) == order[::-1]
    assert saved.changes == (Difference(order_path("branch"), order, order[::-1]),)
    last = changing.last(EVERYWHERE)
    assert last is not None
    assert last.changes == saved.changes
    changing.undo(MEG, last.entry.id, EVERYWHERE)
    assert labels(changing.load()) == order
    with desk.database.read() as view:
        assert view.audit.latest(1)[0].act == "settings.undo"


def test_two_who_order_one_list_are_told_and_elements_added_meanwhile_stay(changing: Changing) -> None:
    opened = changing.load()
    order = labels(opened)
    save(changing, opened, {("branch", "new", "code"): "new"})
    assert labels(save(changing, opened, {order_path("branch"): order[::-1]})) == (*order[::-1], "new")
    turned = (*order[1:], order[0])
    with pytest.raises(SettingsChangedMeanwhile) as stopped:
        save(changing, opened, {order_path("branch"): turned})
    (theirs,) = cast(tuple[Difference, ...], stopped.value.values["theirs"])
    assert (theirs.path, theirs.after) == (order_path("branch"), (*order[::-1], "new"))


def test_services_are_ordered_as_lists_are(changing: Changing) -> None:
    opened = changing.load()
    added = save(changing, opened, {(*SERVICES, "seats"): 40, (*SERVICES, "print_page"): "0.10"})
    assert [one.name for one in added.services] == ["seats", "print_page"]
    saved = save(changing, added, {order_path("service"): ("print_page", "seats")})
    assert [one.name for one in saved.services] == ["print_page", "seats"]
    assert changing.load() == saved


def test_what_another_changed_elsewhere_is_no_hindrance(changing: Changing) -> None:
    opened = changing.load()
    save(changing, opened, {("branch", "NORTH", "phone"): "+49 30 2"})
    library = save(changing, opened, {("branch", "MAIN", "phone"): "+49 30 1"})
    assert [branch.phone for branch in library.branches] == ["+49 30 1", "+49 30 2", None]


def test_a_wrong_value_changes_nothing_and_says_why(desk: Desk, changing: Changing) -> None:
    before = changing.load()
    with pytest.raises(SettingsInvalid):
        save(changing, before, {RENEWALS: 3, PERIOD: "sometimes"})
    assert changing.load() == before
    with desk.database.read() as view:
        assert view.audit.latest() == ()


def test_what_is_in_use_is_not_taken_away_and_where_it_is_used_is_told(
    desk: Desk, changing: Changing
) -> None:
    desk.copy()
    library = changing.load()
    with pytest.raises(ConfigurationInUse) as refused:
        save(changing, library, without(leaves_of(library), ("item_type", "book")))
    (use,) = cast(tuple[Problem, ...], refused.value.values["where"])
    assert dict(use.values)["code"] == "book"
    assert dict(use.values)["count"] == 1


def test_the_last_change_is_taken_back_and_brought_back(desk: Desk, changing: Changing) -> None:
    before = changing.load()
    after = save(changing, before, {PERIOD: "21 days", ("rule", "item_type=dvd", "renewals"): 0})
    for wanted in (before, after):
        last = changing.last(EVERYWHERE)
        assert last is not None
        changing.undo(MEG, last.entry.id, EVERYWHERE)
        assert changing.load() == wanted


def test_a_category_taken_away_comes_back_to_its_place(changing: Changing) -> None:
    before = changing.load()
    save(changing, before, without(leaves_of(before), ("patron_category", "adult")))
    last = changing.last(EVERYWHERE)
    assert last is not None
    changing.undo(MEG, last.entry.id, EVERYWHERE)
    assert order_of(leaves_of(changing.load())) == order_of(leaves_of(before))


def test_only_the_last_change_can_be_taken_back_and_only_by_whom_it_concerns(changing: Changing) -> None:
    with pytest.raises(NothingToUndo):
        changing.undo(MEG, 1, EVERYWHERE)
    save(changing, changing.load(), {PERIOD: "21 days"})
    first = changing.last(EVERYWHERE)
    save(changing, changing.load(), {("library", "name"): "Town"})
    assert first is not None
    with pytest.raises(NothingToUndo):
        changing.undo(MEG, first.entry.id, EVERYWHERE)
    assert changing.last(frozenset({Area.RULES, Area.CALENDAR})) is None


def test_whoever_keeps_rules_alone_cannot_change_other_settings(changing: Changing) -> None:
    rules = frozenset({Area.RULES})
    with pytest.raises(NotAllowed):
        changing.save(MEG, rules, changing.load(), {PERIOD: "21 days", ("library", "name"): "Town"})
    with pytest.raises(NotAllowed):
        changing.save(MEG, rules, changing.load(), {("branch", "MAIN", "hours", "mon"): ()})


def test_a_change_over_which_another_came_is_not_taken_back(desk: Desk, changing: Changing) -> None:
    save(changing, changing.load(), {PERIOD: "21 days"})
    last = changing.last(EVERYWHERE)
    _replaced(desk.database, save_period="10 days")
    assert last is not None
    with pytest.raises(SettingsChangedMeanwhile):
        changing.undo(MEG, last.entry.id, EVERYWHERE)


def _replaced(database: Database, save_period: str) -> None:
    """Change the rules as the command line does, which leaves no line in the audit trail of this kind."""
    with database.act() as work:
        leaves = edited(leaves_of(work.library.load()), {PERIOD: save_period})
        work.library.replace(library_of_leaves(leaves))
        work.commit()


def test_of_two_changes_at_the_same_moment_one_is_shown_the_other(changing: Changing) -> None:
    for round_ in range(3):
        opened = changing.load()
        results = at_once(
            *(
                lambda days=days, opened=opened: save(changing, opened, {PERIOD: f"{days} days"})
                for days in (70 + round_, 80 + round_)
            )
        )
        assert [type(result) for result in results].count(SettingsChangedMeanwhile) == 1
