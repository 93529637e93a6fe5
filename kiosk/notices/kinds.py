"""The kinds of notices there are, and what their wordings may fill in."""

COURTESY, HOLD_READY, HOLD_LAPSED = "courtesy", "hold_ready", "hold_lapsed"
OVERDUE = ("overdue1", "overdue2", "overdue3")
KINDS = (COURTESY, *OVERDUE, HOLD_READY, HOLD_LAPSED)
OF_LOANS = (COURTESY, *OVERDUE)
PLACEHOLDERS = ("library", "items", "n", "contact")
EMAIL = "email"
