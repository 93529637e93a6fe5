"""Members of staff as tests sign them in, by the role that a library begins with."""

from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn


def signed(role: str = "librarian", account: str = "anna", branch: str = "MAIN") -> SignedIn:
    """Return somebody of that role at work."""
    rights = frozenset(map(str, FIRST_ROLES[role]))
    return SignedIn(account, account.title(), role, rights, branch)
