"""Reasons typed for a patron's loan or hold belong to that, and go when it no longer names the patron."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_LENDING = "act IN ('checkout', 'renew', 'claim', 'drop_claim') AND reason IS NOT NULL"
_HOLDING = "act = 'hold' AND reason IS NOT NULL"
_THEN = (
    "loans.item_id = audit.subject_id AND loans.lent_at <= audit.at"
    " AND (loans.returned_at IS NULL OR loans.returned_at >= audit.at)"
)
_PLACED = "holds.record_id = audit.subject_id AND holds.placed_at = audit.at"
_STEPS = (
    # Whose reason it was the time tells; where it tells nobody, nobody could ever ask to have it forgotten.
    f"UPDATE audit SET subject = 'loan', subject_id = (SELECT max(loans.id) FROM loans WHERE {_THEN})"
    f" WHERE subject = 'item' AND {_LENDING} AND EXISTS (SELECT 1 FROM loans WHERE {_THEN})",
    f"UPDATE audit SET subject = 'hold', subject_id = (SELECT max(holds.id) FROM holds WHERE {_PLACED})"
    f" WHERE subject = 'record' AND {_HOLDING} AND EXISTS (SELECT 1 FROM holds WHERE {_PLACED})",
    f"UPDATE audit SET reason = NULL WHERE subject = 'item' AND {_LENDING}",
    f"UPDATE audit SET reason = NULL WHERE subject = 'record' AND {_HOLDING}",
    "UPDATE audit SET reason = NULL WHERE subject = 'loan' AND reason IS NOT NULL"
    " AND subject_id IN (SELECT id FROM loans WHERE patron_id IS NULL)",
)


def upgrade() -> None:
    """Put what was typed before where it can be forgotten."""
    for step in _STEPS:
        op.get_bind().execute(sa.text(step))


def downgrade() -> None:
    """Leave the entries: a program of before reads them as well."""
