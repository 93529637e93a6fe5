"""Whether who has signed in may still work: asked in the transaction of every act, not once at the door."""

from hashlib import sha256

from kiosk.model.staff_errors import SignInOver
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import View

ADMINISTRATOR = "administrator"


def proof_of(password_hash: str | None) -> str:
    """Return what a sign-in remembers of the password that it was made with: another one ends it."""
    return sha256((password_hash or "").encode()).hexdigest()[:32]


def refuse_when_over(view: View, by: SignedIn) -> None:
    """Raise SignInOver where the account is switched off, or its rights or its password have changed since.

    One statement, by the account's name. Who did not come through the door has no proof and is not asked.
    """
    if by.proof is None:
        return
    now = view.staff.standing(by.account)
    if now is None or not now.account.active or proof_of(now.account.password_hash) != by.proof:
        raise SignInOver(account=by.account)
    if now.account.role != by.role or (by.role != ADMINISTRATOR and now.role.rights != by.rights):
        raise SignInOver(account=by.account)
