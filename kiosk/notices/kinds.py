"""The kinds of notices and papers there are, and what their wordings may fill in."""

from kiosk.model.help_call import HELP_NOTICE
from kiosk.model.request import ANSWER_NOTICE, RECEIVED_NOTICE

COURTESY, HOLD_READY, HOLD_LAPSED = "courtesy", "hold_ready", "hold_lapsed"
OVERDUE = ("overdue1", "overdue2", "overdue3")
KINDS = (COURTESY, *OVERDUE, HOLD_READY, HOLD_LAPSED, ANSWER_NOTICE, RECEIVED_NOTICE, HELP_NOTICE)
OF_LOANS = (COURTESY, *OVERDUE)
PLACEHOLDERS = ("library", "items", "n", "contact")
# Papers of a printer have wordings too; what each is called and how it ends where the library says nothing.
PAPERS = {
    "receipt_checkout": ("receipt.checkout", "receipt.closing"),
    "receipt_return": ("receipt.return", "receipt.closing"),
    "hold_slip": ("hold_slip.title", None),
    "statement": ("statement.title", None),
}
ON_PAPER = ("library", "items", "contact")
EMAIL, PAPER = "email", "paper"


def channel_of(kind: str) -> str:
    """Return how something of a kind reaches a patron."""
    return PAPER if kind in PAPERS else EMAIL
