"""A list tells its views exactly what changed."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.shared.row_list import RowList


@dataclass(frozen=True, slots=True)
class Loan:
    barcode: int
    due_date: str


def _list() -> RowList[Loan]:
    return RowList(Loan, "loan", lambda loan: loan.barcode)


def _shown(model: QAbstractItemModel) -> list[tuple[int, str]]:
    roles = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    return [
        (
            model.data(model.index(row, 0), roles["loanBarcode"]),
            model.data(model.index(row, 0), roles["loanDueDate"]),
        )
        for row in range(model.rowCount())
    ]


loans = st.lists(st.builds(Loan, st.integers(0, 5), st.sampled_from(["mon", "tue"])), max_size=7)


@given(loans, loans)
def test_whatever_was_shown_the_new_rows_are_what_is_shown(before: list[Loan], after: list[Loan]) -> None:
    model = _list()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (before, after):
        model.show(rows)
        assert _shown(model) == [(row.barcode, row.due_date) for row in rows]
    del tester


def test_a_new_first_row_pushes_the_others_down_without_a_rebuild() -> None:
    model = _list()
    model.show([Loan(1, "mon"), Loan(2, "mon")])
    inserted: list[tuple[int, int]] = []
    resets: list[bool] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(True))
    model.show([Loan(3, "tue"), Loan(1, "mon"), Loan(2, "mon")])
    assert inserted == [(0, 0)]
    assert resets == []


def test_a_row_with_other_content_stays_where_it_is() -> None:
    model = _list()
    model.show([Loan(1, "mon"), Loan(2, "mon")])
    changed: list[int] = []
    moved: list[bool] = []
    model.dataChanged.connect(lambda top, _bottom, _roles: changed.append(top.row()))
    model.rowsInserted.connect(lambda *_: moved.append(True))
    model.show([Loan(1, "mon"), Loan(2, "tue")])
    assert changed == [1]
    assert moved == []


def test_an_index_outside_the_list_has_nothing_to_say() -> None:
    model = _list()
    assert model.data(model.index(5, 0), 257) is None
