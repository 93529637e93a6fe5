"""Who works at the desk: an account that has signed in, with the rights of its role."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.outcome import ActBy
from kiosk.model.staff_errors import NotAllowed


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A signed-in account; ``branch`` is where it works, ``language`` its own or None.

    ``proof`` stands for the password with which it came in through the door.
    """

    account: str
    shown_name: str
    role: str
    rights: frozenset[str]
    branch: str
    language: str | None = None
    proof: str | None = None

    def may(self, right: str) -> bool:
        """Tell whether the account's role has the right."""
        return str(right) in self.rights

    def must(self, right: str) -> None:
        """Raise NotAllowed unless the account's role has the right."""
        if not self.may(right):
            raise NotAllowed(right=str(right), account=self.account)

    def acting(self, at: datetime) -> ActBy:
        """Return the account as the one who does an act then, where it works."""
        return ActBy(at, self.branch, account=self.account)
