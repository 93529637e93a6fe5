"""Accounts and roles of staff, managed by those who may."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.membership.hashing import hashed, is_behind
from kiosk.model.staff_errors import (
    AccountNameTaken,
    AccountUnknown,
    LastAdministrator,
    RoleUnknown,
    SignInRefused,
)
from kiosk.model.texts import LocalText
from kiosk.staff import passwords
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.staff.signing_in import signed
from kiosk.storage import Account, Act, Database, Role, View


class StaffAccounts:
    """Adds and changes accounts and roles; whatever is changed is in the audit trail, before and after.

    At least one active account can always manage accounts: what would take the last one's right away
    raises LastAdministrator and changes nothing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.ACCOUNTS)
    def all(self, by: SignedIn) -> tuple[Account, ...]:
        """Return all accounts by name, without the hashes of their passwords."""
        with self._database.read() as view:
            return tuple(_bare(account) for account in view.staff.all())

    @needs(Right.ACCOUNTS)
    def roles(self, by: SignedIn) -> tuple[Role, ...]:
        """Return all roles by code."""
        with self._database.read() as view:
            return view.staff.roles()

    @needs(Right.ACCOUNTS)
    def add(
        self, by: SignedIn, name: str, shown_name: str, role: str, password: str, *, at: datetime
    ) -> Account:
        """Add an account; raises AccountNameTaken, RoleUnknown, PasswordTooWeak."""
        secret = hashed(passwords.checked(password, name))
        account = Account(name.strip(), shown_name.strip() or name.strip(), role, at, secret)
        with self._database.act() as work:
            _role(work, role)
            added = work.staff.add(account) if account.name else None
            if added is None:
                raise AccountNameTaken(name=name)
            _audited(work, by, at, "add_account", added.id, {}, {"name": added.name, "role": role})
            work.commit()
        return _bare(added)

    @needs(Right.ACCOUNTS)
    def set_role(self, by: SignedIn, name: str, role: str, *, at: datetime) -> None:
        """Give an account another role; raises AccountUnknown, RoleUnknown, LastAdministrator."""
        with self._database.act() as work:
            account = _locked(work, name, at)
            _role(work, role)
            work.staff.set_role(account.id, role)
            refuse_without_administrator(work)
            _audited(work, by, at, "set_role", account.id, {"role": account.role}, {"role": role})
            work.commit()

    @needs(Right.ACCOUNTS)
    def set_active(self, by: SignedIn, name: str, active: bool, *, at: datetime) -> None:
        """Let an account sign in, or no longer; raises AccountUnknown, LastAdministrator."""
        with self._database.act() as work:
            account = _locked(work, name, at)
            work.staff.set_active(account.id, active)
            refuse_without_administrator(work)
            _audited(work, by, at, "set_active", account.id, {"active": account.active}, {"active": active})
            work.commit()

    @needs(Right.ACCOUNTS)
    def set_password(self, by: SignedIn, name: str, password: str, *, at: datetime) -> None:
        """Give an account a new password and let it try at once; raises AccountUnknown, PasswordTooWeak."""
        secret = hashed(passwords.checked(password, name))
        with self._database.act() as work:
            account = _locked(work, name, at)
            work.staff.set_password(account.id, secret)
            work.attempts.clear(passwords.scope_of(name))
            _audited(work, by, at, "set_password", account.id, {}, {})
            work.commit()

    @needs(Right.ACCOUNTS)
    def save_role(
        self, by: SignedIn, code: str, name: LocalText, rights: Iterable[str], *, at: datetime
    ) -> None:
        """Add a role or change it; the administrator's always has every right.

        Raises RoleUnknown for rights that there are not, LastAdministrator.
        """
        wanted = frozenset(map(str, Right)) if code == "administrator" else frozenset(map(str, rights))
        if not code.strip() or not wanted <= frozenset(map(str, Right)):
            raise RoleUnknown(role=code)
        with self._database.act() as work:
            work.attempts.lock(["staff:roles"], at)
            before = next((role for role in work.staff.roles() if role.code == code), None)
            work.staff.save_role(Role(code.strip(), name, wanted))
            refuse_without_administrator(work)
            was = {"rights": sorted(before.rights)} if before else {}
            now = {"role": code, "rights": sorted(wanted)}
            _audited(work, by, at, "save_role", None, was, now)
            work.commit()

    def set_own_password(self, by: SignedIn, old: str, new: str, *, at: datetime) -> SignedIn:
        """Replace one's own password by whoever knows it; needs no right. Return who goes on with it.

        Whoever has signed in with the old one elsewhere has to sign in anew.

        Raises SignInRefused, SignInLocked, PasswordTooWeak.
        """
        with self._database.read() as view:
            passwords.refuse_when_locked(view, by.account, at)
            account = view.staff.by_name(by.account)
        right = is_behind(account.password_hash if account else None, passwords.normal(old))
        secret = hashed(passwords.checked(new, by.account)) if right else ""
        come = None
        with self._database.act() as work:
            work.attempts.lock([passwords.scope_of(by.account)], at)
            passwords.refuse_when_locked(work, by.account, at)
            if right and account is not None:
                work.staff.set_password(account.id, secret)
                work.attempts.clear(passwords.scope_of(by.account))
                _audited(work, by, at, "set_own_password", account.id, {}, {})
                come = signed(work, replace(account, password_hash=secret), by.branch)
            else:
                passwords.count_wrong(work, by.account, at)
            work.commit()
        if come is None:
            raise SignInRefused
        return come


def refuse_without_administrator(view: View) -> None:
    """Raise LastAdministrator unless an active account may manage accounts."""
    able = {role.code for role in view.staff.roles() if str(Right.ACCOUNTS) in role.rights}
    if not any(account.active and account.role in able | {"administrator"} for account in view.staff.all()):
        raise LastAdministrator


def _locked(work: Act, name: str, at: datetime) -> Account:
    """Return the account while nobody else changes accounts or roles; raises AccountUnknown."""
    work.attempts.lock(["staff:roles"], at)
    account = work.staff.by_name(name)
    if account is None:
        raise AccountUnknown(name=name)
    return account


def _role(view: View, code: str) -> None:
    if all(role.code != code for role in view.staff.roles()):
        raise RoleUnknown(role=code)


def _audited(
    work: Act,
    by: SignedIn,
    at: datetime,
    act: str,
    subject_id: int | None,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    details = {"before": dict(before), "after": dict(after)}
    work.audit.write(
        at=at, account=by.account, act=act, subject="account", subject_id=subject_id, details=details
    )


def _bare(account: Account) -> Account:
    return replace(account, password_hash=None)
