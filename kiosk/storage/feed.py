"""The change feed: which records an index has to look at again, in the order of commits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select

from kiosk.storage.link import Link
from kiosk.storage.tables import changes, meta

# Any constant that nothing else in the database locks; readers never take it.
_APPENDING = 0x6B696F736B
_MARK = "feed_mark:"


class FeedKind(StrEnum):
    """What changed: the record itself, its items, or that it is gone."""

    RECORD = "record"
    ITEMS = "items"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the feed."""

    seq: int
    record_id: int
    kind: FeedKind


@dataclass(frozen=True, slots=True)
class FeedPosition:
    """Where the feed stands: entries ``first`` to ``last`` are there (0 and 0: none ever were).

    Those up to ``forgotten`` were there and are pruned.
    """

    epoch: str
    first: int
    last: int
    forgotten: int = 0


class Feed:
    """Collects what an act touches, and reads what other acts touched."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._touched: dict[tuple[int, FeedKind], None] = {}

    def touch(self, record_ids: Iterable[int], kind: FeedKind) -> None:
        """Note records as changed; they are appended to the feed when the act commits."""
        self._touched.update(((record_id, kind), None) for record_id in record_ids)

    def append_touched(self) -> None:
        """Append what was touched, last thing before the commit.

        PostgreSQL hands out sequence numbers before a commit shows them, so a reader could pass a number
        that becomes visible later. The advisory lock, held to the end of the transaction, lets no later
        number be seen before an earlier one; taken last, it is held for a moment only.
        """
        if not self._touched:
            return
        if self._link.dialect == "postgresql":
            self._link.all(select(func.pg_advisory_xact_lock(_APPENDING)))
        rows = [(record_id, str(kind)) for record_id, kind in self._touched]
        self._link.bulk("INSERT INTO changes (record_id, kind) VALUES (?, ?)", rows)
        self._touched.clear()

    def after(self, seq: int, limit: int = 1000) -> tuple[Change, ...]:
        """Return the entries after that number, oldest first."""
        query = select(changes).where(changes.c.seq > seq).order_by(changes.c.seq).limit(limit)
        return tuple(Change(row.seq, row.record_id, FeedKind(row.kind)) for row in self._link.all(query))

    def position(self) -> FeedPosition:
        """Return where the feed stands; an index of another epoch, or behind ``first``, must be rebuilt."""
        epoch = select(meta.c.value).where(meta.c.name == "epoch").scalar_subquery()
        pruned = select(meta.c.value).where(meta.c.name == "feed_pruned").scalar_subquery()
        row = self._link.first(
            select(
                epoch.label("epoch"),
                pruned.label("pruned"),
                # One by one: asked for both at once, SQLite would read the whole feed.
                select(func.min(changes.c.seq)).scalar_subquery().label("lowest"),
                select(func.max(changes.c.seq)).scalar_subquery().label("highest"),
            )
        )
        if row is None:
            return FeedPosition("", 0, 0)
        gone = int(row.pruned or 0)
        return FeedPosition(row.epoch or "", row.lowest or gone, row.highest or gone, gone)

    def prune(self, before_seq: int) -> int:
        """Forget the entries before that number; return how many there were."""
        last = self.position().last
        gone = self._link.write(changes.delete().where(changes.c.seq < before_seq)).rowcount
        self._note("feed_pruned", min(before_seq - 1, last))
        return gone

    def mark(self, day: date) -> None:
        """Note how far the feed had come on that day, so that what is older can be told one day."""
        self._note(f"{_MARK}{day.isoformat()}", self.position().last)

    def there_before(self, day: date) -> int | None:
        """Return the last entry that was there at the latest mark before that day, None without a mark."""
        marks = self._link.column(select(meta.c.value).where(_marks(day)).order_by(meta.c.name.desc()))
        return int(marks[0]) if marks else None

    def forget_marks(self, day: date) -> None:
        """Forget the marks before that day, once all that they tell of is pruned."""
        self._link.write(meta.delete().where(_marks(day)))

    def _note(self, name: str, number: int) -> None:
        statement = self._link.insert(meta).values(name=name, value=str(number))
        self._link.write(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
        )


def _marks(before: date) -> ColumnElement[bool]:
    return (meta.c.name >= _MARK) & (meta.c.name < f"{_MARK}{before.isoformat()}")
