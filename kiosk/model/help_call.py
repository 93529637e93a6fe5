"""Why a kiosk calls for staff, and what the letter about it is called."""

from enum import StrEnum

HELP_NOTICE = "help_call"  # the kind of letter that tells staff at once


class HelpReason(StrEnum):
    """Somebody asked for help, or scans failed one after another and somebody took up the offer."""

    ASKED = "asked"
    SCANS = "scans"
