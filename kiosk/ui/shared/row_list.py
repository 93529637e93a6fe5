"""A list for QML of frozen dataclasses: their fields are its roles, and only what changed is told."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

RowT = TypeVar("RowT")
_ROOT = QModelIndex()


class RowList(QAbstractListModel, Generic[RowT]):
    """Show rows of `row_type`; a field `due_date` of rows prefixed `loan` becomes the role `loanDueDate`.

    `key` tells whether two rows are the same thing with other content, so that a change of content
    does not move it.
    """

    def __init__(
        self,
        row_type: type[RowT],
        prefix: str,
        key: Callable[[RowT], object] = lambda row: row,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        names = [field.name for field in fields(row_type)]  # type: ignore[arg-type]
        self._names = dict(enumerate(names, start=Qt.ItemDataRole.UserRole + 1))
        self._prefix = prefix
        self._key = key
        self._rows: tuple[RowT, ...] = ()

    @property
    def rows(self) -> tuple[RowT, ...]:
        """Give the rows as they are shown."""
        return self._rows

    def show(self, rows: Sequence[RowT]) -> None:
        """Replace the rows, telling views only of what was removed, inserted or changed in the middle."""
        old, new = self._rows, tuple(rows)
        before = _equal(old, new)
        after = _equal(old[before:][::-1], new[before:][::-1])
        self._show_between(before, old[before : len(old) - after], new[before : len(new) - after])
        self._rows = new

    def _show_between(self, place: int, old: tuple[RowT, ...], new: tuple[RowT, ...]) -> None:
        """Show rows from a place on instead of those that are there; all others stay."""
        head = _alike(old, new, self._key)
        tail = min(_alike(old[::-1], new[::-1], self._key), min(len(old), len(new)) - head)
        self._cut(place + head, place + len(old) - tail)
        self._put(place + head, new[head : len(new) - tail])
        kept = old[:head] + old[len(old) - tail :]
        self._rows = self._rows[:place] + new + self._rows[place + len(new) :]
        self._tell_changes(place, kept, new, head)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Give one field of one row."""
        name = self._names.get(role)
        if name is None or not 0 <= index.row() < len(self._rows):
            return None
        return _as_qt_knows_it(getattr(self._rows[index.row()], name))

    def roleNames(self) -> dict[int, QByteArray]:
        """Name the roles: the prefix and the field in camel case."""
        return {role: QByteArray(self._role(name).encode()) for role, name in self._names.items()}

    def _role(self, name: str) -> str:
        return self._prefix + "".join(part.capitalize() for part in name.split("_"))

    def _cut(self, first: int, end: int) -> None:
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._rows = self._rows[:first] + self._rows[end:]
            self.endRemoveRows()

    def _put(self, first: int, added: tuple[RowT, ...]) -> None:
        if added:
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._rows = self._rows[:first] + added + self._rows[first:]
            self.endInsertRows()

    def _tell_changes(self, place: int, kept: tuple[RowT, ...], new: tuple[RowT, ...], head: int) -> None:
        tail = len(kept) - head
        places = [*range(head), *range(len(new) - tail, len(new))]
        for was, at in zip(kept, places, strict=True):
            if was != new[at]:
                index = self.index(place + at)
                self.dataChanged.emit(index, index, list(self._names))


def _equal(old: tuple[RowT, ...], new: tuple[RowT, ...]) -> int:
    """Count the equal rows at the beginning; a long list is compared by stretches, which is quick."""
    same, most = 0, min(len(old), len(new))
    stretch = 256
    while stretch:
        while same + stretch <= most and old[same : same + stretch] == new[same : same + stretch]:
            same += stretch
        stretch //= 4
    return same


def _alike(old: Sequence[RowT], new: Sequence[RowT], key: Callable[[RowT], object]) -> int:
    count = 0
    for was, now in zip(old, new, strict=False):
        if key(was) != key(now):
            break
        count += 1
    return count


def _as_qt_knows_it(value: Any) -> Any:
    """Return tuples as lists: QML gets a tuple as an opaque thing of Python's."""
    return [_as_qt_knows_it(part) for part in value] if isinstance(value, tuple) else value
