"""Decides what may be said into a room: what tells of somebody goes into headphones alone."""

from dataclasses import dataclass

# What is the same for everybody, card or not.
_PUBLIC = frozenset({"home", "find", "browse", "ask", "flow", "language", "access"})
# Where somebody's own details are typed.
_OWN_WORDS = ("sign_in", "join", "request", "settings")


@dataclass(frozen=True, slots=True)
class Privacy:
    """Who hears, whether a card is signed in, and which page is in sight."""

    headphones: bool
    signed_in: bool
    page: str

    @property
    def page_withheld(self) -> bool:
        """Whether nothing of the page itself may be said."""
        return not self.headphones and self.signed_in and self.page not in _PUBLIC

    @property
    def alerts_withheld(self) -> bool:
        """Whether what is said above the page may be somebody's own."""
        return not self.headphones and self.signed_in

    @property
    def typing_withheld(self) -> bool:
        """Whether what is typed may be somebody's own."""
        return not self.headphones and (self.signed_in or self.page.startswith(_OWN_WORDS))
