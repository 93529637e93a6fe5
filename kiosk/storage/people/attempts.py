"""How often a PIN was wrong, counted by card and by kiosk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from kiosk.storage.link import Link
from kiosk.storage.tables import attempts


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong tries in a row, the last of them, and until when no other is taken."""

    failures: int = 0
    last_at: datetime | None = None
    locked_until: datetime | None = None


class AttemptCounter:
    """Counts by scope, a text such as ``card:123`` or ``kiosk:entrance``; unknown cards count as well."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def of(self, scope: str) -> Attempts:
        """Return the count of a scope."""
        row = self._link.first(select(attempts).where(attempts.c.scope == scope))
        return Attempts() if row is None else Attempts(row.failures, row.last_at, row.locked_until)

    def lock(self, scopes: Iterable[str], at: datetime) -> None:
        """Let nobody else count or look with a lock at these scopes before the act ends.

        Guesses that race then come one after another, wherever they come from.
        """
        for scope in sorted(set(scopes)):
            values = {"scope": scope, "failures": 0, "last_at": at}
            there = self._link.insert(attempts).values(values)
            kept = {"failures": attempts.c.failures}
            self._link.write(there.on_conflict_do_update(index_elements=["scope"], set_=kept))

    def failed(self, scope: str, at: datetime, locked_until: datetime | None = None) -> Attempts:
        """Count one more wrong try; ``locked_until`` replaces an earlier lock unless None."""
        values = {"scope": scope, "failures": 1, "last_at": at, "locked_until": locked_until}
        change = {"failures": attempts.c.failures + 1, "last_at": at}
        if locked_until is not None:
            change["locked_until"] = locked_until
        statement = self._link.insert(attempts).values(values)
        self._link.write(statement.on_conflict_do_update(index_elements=["scope"], set_=change))
        return self.of(scope)

    def clear(self, scope: str) -> None:
        """Forget the count, after a right PIN."""
        self._link.write(attempts.delete().where(attempts.c.scope == scope))

    def before(self, moment: datetime, limit: int) -> tuple[str, ...]:
        """Return scopes whose last try is older."""
        return tuple(
            self._link.column(select(attempts.c.scope).where(attempts.c.last_at < moment).limit(limit))
        )

    def forget(self, scopes: Iterable[str], before: datetime) -> int:
        """Forget the counts of these scopes whose last try is older; return how many."""
        old = attempts.c.scope.in_(list(scopes)) & (attempts.c.last_at < before)
        return self._link.write(attempts.delete().where(old)).rowcount
