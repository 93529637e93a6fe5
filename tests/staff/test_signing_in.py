"""The first account, the way in, and what becomes of those who guess."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import kiosk.staff
from kiosk.model.staff_errors import (
    AccountNameTaken,
    AccountUnknown,
    AlreadyFounded,
    LastAdministrator,
    NotAllowed,
    PasswordTooWeak,
    RoleUnknown,
    SignInLocked,
    SignInOver,
    SignInRefused,
)
from kiosk.model.texts import LocalText
from kiosk.staff.accounts import StaffAccounts
from kiosk.staff.passwords import checked
from kiosk.staff.rights import Right
from kiosk.staff.signed_in import SignedIn
from kiosk.staff.signing_in import SigningIn
from kiosk.storage import Act, Database

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


@pytest.fixture
def piotr(door: SigningIn, accounts: StaffAccounts, boss: SignedIn) -> SignedIn:
    accounts.save_role(boss, "own", LocalText.of("Own"), {Right.ACCOUNTS, Right.RULES_SEE}, at=AT)
    accounts.add(boss, "Piotr", "Piotr", "own", OTHER, at=AT)
    return door.sign_in("piotr", OTHER, at=AT, branch="MAIN")


def switched_off(accounts: StaffAccounts, boss: SignedIn) -> None:
    accounts.set_active(boss, "piotr", False, at=AT)


def given_another_role(accounts: StaffAccounts, boss: SignedIn) -> None:
    accounts.set_role(boss, "piotr", "administrator", at=AT)


def with_another_role_of_that_name(accounts: StaffAccounts, boss: SignedIn) -> None:
    accounts.save_role(boss, "own", LocalText.of("Own"), {Right.ACCOUNTS}, at=AT)


def with_a_password_that_was_reset(accounts: StaffAccounts, boss: SignedIn) -> None:
    accounts.set_password(boss, "piotr", OTHER, at=AT)


def with_a_password_changed_at_another_desk(accounts: StaffAccounts, _boss: SignedIn) -> None:
    there = SigningIn(accounts._database).sign_in("piotr", OTHER, at=AT, branch="WEST")
    goes_on = accounts.set_own_password(there, OTHER, "fünf alte Linden", at=AT)
    assert accounts.roles(goes_on), "whoever changed it goes on there"


@pytest.mark.parametrize(
    "ended",
    [
        switched_off,
        given_another_role,
        with_another_role_of_that_name,
        with_a_password_that_was_reset,
        with_a_password_changed_at_another_desk,
    ],
)
def test_no_act_is_done_by_an_account_that_was(
    door: SigningIn,
    accounts: StaffAccounts,
    boss: SignedIn,
    piotr: SignedIn,
    database: Database,
    ended: Callable[[StaffAccounts, SignedIn], None],
) -> None:
    accounts.save_role(piotr, "made", LocalText.of("Made"), (), at=AT)
    ended(accounts, boss)
    with pytest.raises(SignInOver):
        accounts.save_role(piotr, "late", LocalText.of("Late"), (), at=AT)
    with pytest.raises(SignInOver):
        accounts.roles(piotr)
    with database.read() as view:
        assert {role.code for role in view.staff.roles()} & {"made", "late"} == {"made"}
    again = door.again(piotr)
    assert again is None or again.rights != piotr.rights
    assert accounts.roles(boss), "others go on"


def test_an_account_is_asked_in_the_very_transaction_of_the_act(
    accounts: StaffAccounts, boss: SignedIn, piotr: SignedIn, database: Database
) -> None:
    """Switched off between the gate and the act, as by another desk, the act is refused all the same."""
    act = database.act

    def switched_off_first() -> AbstractContextManager[Act]:
        with suspend(database, act):
            accounts.set_active(boss, "piotr", False, at=AT)
        return act()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "act", switched_off_first)
        with pytest.raises(SignInOver):
            accounts.save_role(piotr, "late", LocalText.of("Late"), (), at=AT)


@contextmanager
def suspend(database: Database, act: Callable[[], AbstractContextManager[Act]]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "act", act)
        yield


def test_only_the_door_makes_who_has_signed_in() -> None:
    """Who does not come through the door has no proof and is not asked again: no service may make one."""
    made = [
        file.name
        for file in Path(kiosk.staff.__file__).parent.rglob("*.py")
        if "SignedIn(" in file.read_text().replace("class SignedIn(", "")
    ]
    assert made == ["signing_in.py"]
