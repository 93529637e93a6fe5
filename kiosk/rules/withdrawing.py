"""Says whether the library may give an item up."""

from kiosk.model.decision import CopyFacts, Reason, ReasonCode


def against_withdrawing(copy: CopyFacts | None, barcode: str) -> tuple[Reason, ...]:
    """Refuse an unknown barcode, and what somebody has out: it is returned or declared lost first."""
    if copy is None:
        return (Reason(ReasonCode.ITEM_UNKNOWN, (("barcode", barcode),)),)
    return (Reason(ReasonCode.ITEM_ON_LOAN),) if copy.loan is not None else ()
