"""Notes in the log what was decided after its visit had ended; never whose it was, nor what."""

import logging

from kiosk.model.decision import Reason
from kiosk.ui.shared.trouble import trouble_behind


def note_late(act: str, act_id: str, became: str, reasons: tuple[Reason, ...] = ()) -> None:
    """Note one act by its identity, under which the library finds it, and why it was refused."""
    why = ", ".join(str(reason.code) for reason in reasons)
    logging.getLogger("kiosk").warning(
        "after the end of a visit: %s %s %s%s", act, act_id, became, f" ({why})" if why else ""
    )


def note_late_failure(act: str, act_id: str, error: Exception) -> None:
    """Note one act that failed, by its identity where it has one and the support code."""
    which = " ".join(filter(None, (act, act_id)))
    logging.getLogger("kiosk").warning(
        "after the end of a visit: %s failed %s", which, trouble_behind(error).code
    )
