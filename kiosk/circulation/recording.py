"""What every act leaves behind beside its own change: an entry in the audit trail for who did it."""

from uuid import uuid4

from kiosk.model.decision import Override, Reason
from kiosk.model.outcome import ActBy
from kiosk.storage import Act as Work


def new_act_id() -> str:
    """Return the identity of one act; repeating an act under the same identity changes nothing more."""
    return str(uuid4())


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
) -> None:
    """Write an act of staff or of the command line into the audit trail; a patron's own act is not."""
    account = override.account if override else by.account
    if account is not None:
        work.audit.write(
            at=by.at,
            account=account,
            act=act,
            subject=subject,
            subject_id=subject_id,
            details={"branch": by.branch},
            reason=override.reason if override else reason,
            overridden=tuple(str(reason.code) for reason in overridden),
        )
