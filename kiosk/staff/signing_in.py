"""The first account of a library, and the way in for all accounts."""

from datetime import datetime

from kiosk.membership.hashing import hashed, is_behind
from kiosk.model.staff_errors import AlreadyFounded, SignInRefused
from kiosk.staff import passwords
from kiosk.staff.rights import Right, first_roles
from kiosk.staff.signed_in import SignedIn
from kiosk.staff.standing import ADMINISTRATOR, proof_of
from kiosk.storage import Account, Database, View

_FOUNDING = "staff:founding"


class SigningIn:
    """Founds the first account and lets accounts in; wrong passwords are counted and made to wait."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_founded(self) -> bool:
        """Tell whether there is an account already: without one, the first to come makes it."""
        with self._database.read() as view:
            return bool(view.staff.all())

    def found(self, name: str, shown_name: str, password: str, *, at: datetime, branch: str) -> SignedIn:
        """Make the first roles and an administrator, and let that in.

        Raises AlreadyFounded, also for the slower of two at once; PasswordTooWeak. There is no
        password that the product brings along.
        """
        secret = hashed(passwords.checked(password, name))
        account = Account(name.strip(), shown_name.strip() or name.strip(), "administrator", at, secret)
        with self._database.act() as work:
            work.attempts.lock([_FOUNDING], at)
            if work.staff.all():
                raise AlreadyFounded
            work.attempts.clear(_FOUNDING)
            for role in first_roles():
                work.staff.save_role(role)
            made = work.staff.add(account)
            assert made is not None, "nobody else can have taken the name under the lock"
            work.audit.write(
                at=at, account=made.name, act="found_accounts", subject="account", subject_id=made.id
            )
            come = signed(work, made, branch)
            work.commit()
        return come

    def sign_in(self, name: str, password: str, *, at: datetime, branch: str) -> SignedIn:
        """Let an account in where its password is right; takes tens of milliseconds by design.

        Raises SignInLocked after several wrong ones, else SignInRefused: a name that is not there, one
        no longer active and a wrong password look alike and take as long.
        """
        with self._database.read() as view:
            passwords.refuse_when_locked(view, name, at)
            account = view.staff.by_name(name)
        usable = account if account is not None and account.active else None
        right = is_behind(usable.password_hash if usable else None, passwords.normal(password))
        with self._database.act() as work:
            work.attempts.lock([passwords.scope_of(name)], at)
            passwords.refuse_when_locked(work, name, at)
            if right and usable is not None:
                work.attempts.clear(passwords.scope_of(name))
                work.audit.write(
                    at=at, account=usable.name, act="sign_in", subject="account", subject_id=usable.id
                )
                come = signed(work, usable, branch)
            else:
                passwords.count_wrong(work, name, at)
                come = None
            work.commit()
        if come is None:
            raise SignInRefused
        return come

    def again(self, by: SignedIn) -> SignedIn | None:
        """Return the account with the rights it has now; None where it may no longer work here."""
        with self._database.read() as view:
            account = view.staff.by_name(by.account)
            if (
                account is None
                or not account.active
                or by.proof not in (None, proof_of(account.password_hash))
            ):
                return None
            return signed(view, account, by.branch)


def signed(view: View, account: Account, branch: str) -> SignedIn:
    """Return the account as one that has come in, with the rights its role has now."""
    rights = next((role.rights for role in view.staff.roles() if role.code == account.role), frozenset())
    if account.role == ADMINISTRATOR:
        rights = frozenset(map(str, Right))  # also those that came with a newer version
    proof = proof_of(account.password_hash)
    return SignedIn(account.name, account.shown_name, account.role, rights, branch, account.language, proof)
