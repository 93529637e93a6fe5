"""The first account, the way in, and what becomes of those who guess."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.model.staff_errors import (
    AccountNameTaken,
    AccountUnknown,
    AlreadyFounded,
    LastAdministrator,
    NotAllowed,
    PasswordTooWeak,
    RoleUnknown,
    SignInLocked,
    SignInRefused,
)
from kiosk.model.texts import LocalText
from kiosk.staff.accounts import StaffAccounts
from kiosk.staff.passwords import checked
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.staff.signing_in import SigningIn
from kiosk.storage import Database

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSWORD = "drei alte Eichen"
OTHER = "vier junge Buchen"


@pytest.fixture
def door(database: Database) -> SigningIn:
    return SigningIn(database)


@pytest.fixture
def boss(door: SigningIn) -> SignedIn:
    return door.found("Magda", "M. Wójcik", PASSWORD, at=AT, branch="MAIN")


@pytest.fixture
def accounts(database: Database) -> StaffAccounts:
    return StaffAccounts(database)


def test_the_first_to_come_makes_the_administrator_and_nobody_a_second_one(
    door: SigningIn, database: Database
) -> None:
    assert not door.is_founded()
    first = door.found("Magda", " ", PASSWORD, at=AT, branch="MAIN")
    assert (first.account, first.shown_name, first.role) == ("Magda", "Magda", "administrator")
    assert first.rights == frozenset(map(str, Right))
    assert door.is_founded()
    with pytest.raises(AlreadyFounded):
        door.found("Eve", "Eve", OTHER, at=AT, branch="MAIN")
    with database.read() as view:
        assert [entry.act for entry in view.audit.latest()] == ["found_accounts"]


def test_of_two_who_found_at_once_one_wins(database: Database) -> None:
    def found(name: str) -> bool:
        try:
            SigningIn(database).found(name, name, PASSWORD, at=AT, branch="MAIN")
        except AlreadyFounded:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(found, ("anna", "bert"))) == [False, True]


def test_a_name_is_told_without_case_and_a_password_with_it(door: SigningIn, boss: SignedIn) -> None:
    assert door.sign_in(" magda ", PASSWORD, at=AT, branch="WEST").branch == "WEST"
    with pytest.raises(SignInRefused):
        door.sign_in("magda", PASSWORD.upper(), at=AT, branch="MAIN")


def test_an_unknown_name_and_a_wrong_password_look_alike(door: SigningIn, boss: SignedIn) -> None:
    for name in ("nobody", "magda", "", "x" * 100_000, "a\x00b"):
        with pytest.raises(SignInRefused):
            door.sign_in(name, "wrong wrong wrong", at=AT, branch="MAIN")


def test_whoever_guesses_waits_longer_each_time_even_with_the_right_password(
    door: SigningIn, boss: SignedIn
) -> None:
    for _ in range(5):
        with pytest.raises(SignInRefused):
            door.sign_in("magda", "wrong", at=AT, branch="MAIN")
    with pytest.raises(SignInRefused):  # the sixth is looked at, and begins the wait
        door.sign_in("magda", "wrong", at=AT, branch="MAIN")
    with pytest.raises(SignInLocked) as locked:
        door.sign_in("magda", PASSWORD, at=AT, branch="MAIN")
    until = AT + timedelta(minutes=1)
    assert locked.value.values["until"] == until
    assert door.sign_in("magda", PASSWORD, at=until, branch="MAIN").account == "Magda"


@pytest.mark.parametrize(
    "password",
    ["", "short", "aaaaaaaaaaaaaaaa", "0123456789", "magda magda 123", "x" * 201, "          ", "ababababab"],
)
def test_a_password_that_is_guessed_first_is_not_taken(password: str) -> None:
    with pytest.raises(PasswordTooWeak):
        checked(password, "magda")


def test_a_password_is_the_same_however_a_keyboard_writes_it(door: SigningIn) -> None:
    door.found("magda", "Magda", "Übergrößen sind schön", at=AT, branch="MAIN")
    assert door.sign_in("magda", "U\u0308bergro\u0308ßen sind scho\u0308n", at=AT, branch="MAIN")


def test_who_may_no_longer_work_here_is_not_let_in_again(
    door: SigningIn, boss: SignedIn, accounts: StaffAccounts
) -> None:
    accounts.add(boss, "piotr", "Piotr", "circulation", OTHER, at=AT)
    piotr = door.sign_in("piotr", OTHER, at=AT, branch="MAIN")
    assert not piotr.may(Right.ACCOUNTS)
    accounts.set_role(boss, "piotr", "editor", at=AT)
    now = door.again(piotr)
    assert now is not None
    assert now.may(Right.CATALOGUE_EDIT)
    accounts.set_active(boss, "piotr", False, at=AT)
    assert door.again(piotr) is None
    with pytest.raises(SignInRefused):
        door.sign_in("piotr", OTHER, at=AT, branch="MAIN")


def test_the_last_administrator_stays_one(boss: SignedIn, accounts: StaffAccounts) -> None:
    with pytest.raises(LastAdministrator):
        accounts.set_role(boss, "magda", "editor", at=AT)
    with pytest.raises(LastAdministrator):
        accounts.set_active(boss, "magda", False, at=AT)
    assert [account.role for account in accounts.all(boss)] == ["administrator"]
    accounts.add(boss, "piotr", "Piotr", "administrator", OTHER, at=AT)
    accounts.set_role(boss, "magda", "editor", at=AT)


def test_what_accounts_cannot_be_is_told(boss: SignedIn, accounts: StaffAccounts) -> None:
    with pytest.raises(AccountNameTaken):
        accounts.add(boss, "MAGDA", "Again", "editor", OTHER, at=AT)
    with pytest.raises(AccountNameTaken):
        accounts.add(boss, "  ", "Nobody", "editor", OTHER, at=AT)
    with pytest.raises(RoleUnknown):
        accounts.add(boss, "piotr", "Piotr", "king", OTHER, at=AT)
    with pytest.raises(AccountUnknown):
        accounts.set_active(boss, "piotr", False, at=AT)
    with pytest.raises(RoleUnknown):
        accounts.save_role(boss, "desk", LocalText.of({"en": "Desk"}), ["everything"], at=AT)


def test_a_role_of_ones_own_gives_its_rights_and_the_trail_tells_before_and_after(
    door: SigningIn, boss: SignedIn, accounts: StaffAccounts, database: Database
) -> None:
    name = LocalText.of({"en": "Volunteers", "de": "Ehrenamtliche"})
    accounts.save_role(boss, "volunteer", name, [Right.DESK], at=AT)
    accounts.save_role(boss, "volunteer", name, [Right.DESK, Right.REPORTS], at=AT)
    accounts.add(boss, "ewa", "Ewa", "volunteer", OTHER, at=AT)
    assert door.sign_in("ewa", OTHER, at=AT, branch="MAIN").rights == {"desk.lend", "reports.see"}
    with database.read() as view:
        entry = next(one for one in view.audit.latest() if one.act == "save_role")
    assert entry.details["before"] == {"rights": ["desk.lend"]}
    assert entry.details["after"] == {"role": "volunteer", "rights": ["desk.lend", "reports.see"]}


def test_everybody_changes_their_own_password_and_nobody_elses(
    door: SigningIn, boss: SignedIn, accounts: StaffAccounts
) -> None:
    accounts.add(boss, "piotr", "Piotr", "circulation", OTHER, at=AT)
    piotr = door.sign_in("piotr", OTHER, at=AT, branch="MAIN")
    with pytest.raises(NotAllowed):
        accounts.set_password(piotr, "magda", "ein neues Passwort", at=AT)
    with pytest.raises(SignInRefused):
        accounts.set_own_password(piotr, "wrong", "ein neues Passwort", at=AT)
    accounts.set_own_password(piotr, OTHER, "ein neues Passwort", at=AT)
    assert door.sign_in("piotr", "ein neues Passwort", at=AT, branch="MAIN")


def test_no_password_and_no_hash_leaves_the_accounts(boss: SignedIn, accounts: StaffAccounts) -> None:
    assert all(account.password_hash is None for account in accounts.all(boss))
