"""Rules at the desk: tried, changed with their effect told first, and taken back."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.model.decision import Act, ReasonCode
from kiosk.model.library import Library
from kiosk.model.rule import RuleScope
from kiosk.model.staff_errors import NotAllowed, SettingsChangedMeanwhile
from kiosk.staff.rights import FIRST_ROLES, Right
from kiosk.staff.rules.desk import RuleDesk
from kiosk.staff.rules.trying import Question
from kiosk.staff.settings.leaves import ANYBODY, Edits, edited, leaves_of, library_of_leaves
from kiosk.staff.signed_in import SignedIn
from tests.circulation.desk import NOON, Desk, days


def signed(role: str) -> SignedIn:
    return SignedIn("anna", "Anna", role, frozenset(map(str, FIRST_ROLES[role])), "MAIN")


ANNA = signed("librarian")
PERIOD = ("rule", ANYBODY, "loan_period")


@pytest.fixture
def rules(desk: Desk) -> RuleDesk:
    return RuleDesk(desk.database, desk.decider, FixedClock(NOON))


def changed(library: Library, edits: Edits) -> Library:
    return library_of_leaves(edited(leaves_of(library), edits))


def article(desk: Desk, body: str, key: str = "loan-periods") -> None:
    with desk.database.act() as work:
        work.articles.save(Article(key, "en", "borrowing", "How long?", body), by="anna", at=NOON)
        work.commit()


def test_a_made_up_case_is_decided_with_the_row_behind_every_value(rules: RuleDesk) -> None:
    tried = rules.tried(ANNA, Question("MAIN", "adult", "dvd"), rules.library(ANNA))
    assert tried.decision.allowed
    assert tried.decision.due_at is not None
    assert tried.decision.due_at.date() == (NOON + days(7)).date()
    assert tried.scope == RuleScope("MAIN", "adult", "dvd")
    values = {one.name: one for one in tried.values}
    assert (values["loan_period"].value, values["loan_period"].contenders[0].label) == (
        "7 days",
        "item_type=dvd",
    )
    assert values["max_loans"].contenders[0].label == ANYBODY
    assert values["holds"].contenders == ()


def test_a_case_can_be_tried_on_another_day_and_before_the_rules_are_saved(rules: RuleDesk) -> None:
    library = changed(rules.library(ANNA), {PERIOD: "10 days"})
    tried = rules.tried(ANNA, Question("MAIN", "adult", "book", day=date(2026, 5, 4)), library)
    assert tried.decision.due_at is not None
    assert tried.decision.due_at.date() == date(2026, 5, 14)


@pytest.mark.parametrize("act", list(Act))
def test_a_real_card_and_item_get_what_the_desk_would_decide(desk: Desk, rules: RuleDesk, act: Act) -> None:
    desk.reader()
    desk.copy()
    desk.copy("B2")
    desk.lend()
    with desk.database.read() as view:
        wanted = {
            barcode: desk.decider.explain(view, "R1", barcode, act, "MAIN", NOON)
            for barcode in ("B1", "B2", "gone")
        }
    for barcode, decision in wanted.items():
        question = Question("MAIN", act=act, card="R1", barcode=barcode)
        assert rules.tried(ANNA, question, rules.library(ANNA)).decision == decision


def test_an_unknown_card_is_a_reason_and_no_failure(desk: Desk, rules: RuleDesk) -> None:
    desk.copy()
    tried = rules.tried(ANNA, Question("MAIN", card="nobody", barcode="B1"), rules.library(ANNA))
    assert [reason.code for reason in tried.decision.reasons] == [ReasonCode.CARD_UNKNOWN]


def test_a_card_is_tried_only_by_whoever_may_see_patrons(desk: Desk, rules: RuleDesk) -> None:
    desk.reader()
    sees = SignedIn("eva", "Eva", "own", frozenset({"rules.see"}), "MAIN")
    library = rules.library(sees)
    with pytest.raises(NotAllowed):
        rules.tried(sees, Question("MAIN", "adult", "book", card="R1"), library)


def test_the_effect_counts_the_open_loans_that_meet_the_new_values(desk: Desk, rules: RuleDesk) -> None:
    desk.reader()
    for barcode, kind in (("B1", "book"), ("B2", "book"), ("D1", "dvd")):
        desk.copy(barcode, item_type=kind)
        desk.lend(barcode=barcode)
    desk.copy("B3")
    before = rules.library(ANNA)
    after = changed(before, {PERIOD: "21 days", ("rule", ANYBODY, "max_loans"): 3})
    effects = rules.effects(ANNA, before, after, "en")
    told = {one.name: (one.before, one.after, one.loans, one.at_renewal) for one in effects.values}
    assert told["loan_period"] == ("28 days", "21 days", 2, False)
    assert told["renewal_period"] == ("28 days", "21 days", 2, True)
    assert told["max_loans"] == (10, 3, 3, False)
    assert effects.loans == 3
    (renewal,) = effects.renewals
    assert (renewal.kind.item_type, renewal.kind.loans) == ("book", 2)
    assert renewal.before is not None
    assert renewal.after is not None
    assert (renewal.before.date() - renewal.after.date()).days == 7
    (limit,) = effects.limits
    assert (limit.before, limit.after, limit.reached_before, limit.reached_after) == (10, 3, 0, 1)


def test_each_loan_concerned_is_shown_with_its_renewal_before_and_after(desk: Desk, rules: RuleDesk) -> None:
    desk.reader()
    for barcode, kind in (("B1", "book"), ("D1", "dvd")):
        desk.copy(barcode, item_type=kind)
        desk.lend(barcode=barcode, at=NOON - days(5))
    before = rules.library(ANNA)
    after = changed(before, {("rule", "item_type=dvd", "renewals"): 0})
    kinds = rules.effects(ANNA, before, after, "en").kinds
    (one,) = rules.renewals(ANNA, before, after, kinds)
    assert one.loan.barcode == "D1"
    assert one.before.allowed
    assert [reason.code for reason in one.after.reasons] == [ReasonCode.RENEWAL_LIMIT]
    assert rules.renewals(ANNA, before, after, kinds, after_loan=one.loan.id) == ()


def test_whoever_may_not_see_patrons_is_not_told_whose_loans_they_are(desk: Desk, rules: RuleDesk) -> None:
    desk.reader()
    desk.copy("D1", item_type="dvd")
    desk.lend(barcode="D1", at=NOON - days(5))
    before = rules.library(ANNA)
    after = changed(before, {("rule", "item_type=dvd", "renewals"): 0})
    kinds = rules.effects(ANNA, before, after, "en").kinds
    only_rules = replace(ANNA, rights=frozenset({str(Right.RULES_SEE)}))
    (one,) = rules.renewals(only_rules, before, after, kinds)
    assert (one.loan.card, one.loan.barcode) == ("", "D1")
    assert [reason.code for reason in one.after.reasons] == [ReasonCode.RENEWAL_LIMIT]


def test_the_answers_that_change_are_shown_before_and_after(desk: Desk, rules: RuleDesk) -> None:
    article(desk, "You may keep a book for {{loan_period}}.\n\nReturn it on time.")
    article(desk, "The library smells of books.", "smell")
    before = rules.library(ANNA)
    effects = rules.effects(ANNA, before, changed(before, {PERIOD: "21 days"}), "en")
    (answer,) = effects.answers
    assert answer.key == "loan-periods"
    assert answer.lines == (("You may keep a book for 28 days.", "You may keep a book for 21 days."),)


def test_an_answer_that_changes_for_children_alone_is_shown_as_to_them(desk: Desk, rules: RuleDesk) -> None:
    article(desk, "You may keep it for {{loan_period}}.")
    before = rules.library(ANNA)
    new: Edits = {
        ("rule", "patron_category=child", "patron_category"): "child",
        ("rule", "patron_category=child", "loan_period"): "14 days",
    }
    (answer,) = rules.effects(ANNA, before, changed(before, new), "en").answers
    assert answer.asked.patron_category == "child"
    assert answer.after == "You may keep it for 14 days."


def test_a_change_is_saved_answers_at_once_and_is_taken_back(desk: Desk, rules: RuleDesk) -> None:
    saved = rules.save(ANNA, rules.library(ANNA), {PERIOD: "21 days"})
    tried = rules.tried(ANNA, Question("MAIN", "adult", "book"), rules.library(ANNA))
    assert tried.decision.due_at is not None
    assert tried.decision.due_at.date() == (NOON + days(21)).date()
    last = rules.last_change(ANNA)
    assert last is not None
    assert last.changes == saved.changes
    assert leaves_of(rules.undo(ANNA, last.entry.id).library)[PERIOD] == "28 days"


def test_two_librarians_never_overwrite_each_others_rules(rules: RuleDesk) -> None:
    opened = rules.library(ANNA)
    rules.save(ANNA, opened, {PERIOD: "21 days"})
    with pytest.raises(SettingsChangedMeanwhile):
        rules.save(ANNA, opened, {("rule", "item_type=dvd", "loan_period"): "3 days"})
    assert leaves_of(rules.library(ANNA))["rule", "item_type=dvd", "loan_period"] == "7 days"


def test_circulation_staff_look_and_try_but_do_not_change(rules: RuleDesk) -> None:
    desk_clerk = signed("circulation")
    library = rules.library(desk_clerk)
    rules.tried(desk_clerk, Question("MAIN", "adult", "book"), library)
    with pytest.raises(NotAllowed):
        rules.save(desk_clerk, library, {PERIOD: "21 days"})
    with pytest.raises(NotAllowed):
        rules.undo(desk_clerk, 1)
