"""What every act leaves behind beside its own change: an entry in the audit trail for who did it."""

from collections.abc import Mapping
from uuid import uuid4

from kiosk.model.decision import Override, Reason
from kiosk.model.outcome import ActBy
from kiosk.storage import Act as Work


def new_act_id() -> str:
    """Return the identity of one act; repeating an act under the same identity changes nothing more."""
    return str(uuid4())


def of_loan(typed: object, item_id: int | None, loan_id: int | None) -> tuple[str, int | None]:
    """Return what an act of lending was done to: the item, or the loan where staff typed something.

    What was typed may name the patron, and goes with the link from the loan to the patron.
    """
    return ("item", item_id) if typed is None or loan_id is None else ("loan", loan_id)


def record_act(
    work: Work,
    by: ActBy,
    act: str,
    subject: str,
    subject_id: int | None,
    *,
    override: Override | None = None,
    overridden: tuple[Reason, ...] = (),
    reason: str | None = None,
    changed: Mapping[str, object] | None = None,
) -> None:
    """Write an act of staff or of the command line into the audit trail; a patron's own act is not.

    ``changed`` is what was ``before`` and is ``after``, where one value stands for it. An act that is
    dated back is written down at the moment at which it was done, with the one as of which it counts.
    """
    account = override.account if override else by.account
    if account is not None:
        dated = {"dated": by.at.isoformat()} if by.noted_at is not None else {}
        work.audit.write(
            at=by.noted_at or by.at,
            account=account,
            act=act,
            subject=subject,
            subject_id=subject_id,
            details={"branch": by.branch, **dated, **(changed or {})},
            reason=override.reason if override else reason,
            overridden=tuple(str(reason.code) for reason in overridden),
        )
