"""The dialog in which several records of one title become one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from kiosk.staff.copies.merging import Merged, MergePreview
from kiosk.staff.copies.taking_over import FieldGroup
from kiosk.storage import ListedRecord
from kiosk.ui.staff.copies.dialog import WorkDialog
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace

# More records of one title than any list has; a slip of the hand marks more.
MOST = 20


class MergeDialog(WorkDialog):
    """Choose which record stays and what it takes over; `changed` is called after the merge and its undo."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        rows: Sequence[ListedRecord],
        changed: Callable[[], None],
    ) -> None:
        words = workplace.words
        super().__init__(workplace, parent, words("staff.merge.heading"), words("staff.merge.told"))
        self._rows, self._changed = tuple(rows), changed
        self._preview: MergePreview | None = None
        self._ticks: dict[FieldGroup, QCheckBox] = {}
        self._group = QButtonGroup(self)
        self._offer(self._rows)
        self._effect = label("", wrap=True, name="mergeEffect")
        self.body.addWidget(self._effect)
        self._taking = QVBoxLayout()
        self.body.addLayout(self._taking)
        self._do = self.finish_with(words("staff.merge.do"), self.merge, danger=True)
        self.setMinimumWidth(760)
        # The one with the most copies is likely the one that others know.
        most = max(range(len(self._rows)), key=lambda place: (self._rows[place].items, -place))
        self._group.idClicked.connect(self._look)
        first = self._group.button(most)
        first.setChecked(True)
        first.setFocus()
        self._look(most)

    def merge(self) -> None:
        """Merge as shown."""
        preview = self._preview
        if preview is None:
            return
        take = [group for group, tick in self._ticks.items() if tick.isChecked()]
        merging, by = self.workplace.services.copies.merging, self.workplace.by
        self._do.setEnabled(False)
        self.workplace.change(lambda: merging.merge(by, preview, take), self._done, self._failed)

    def _offer(self, rows: Sequence[ListedRecord]) -> None:
        words = self.workplace.words
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setColumnStretch(0, 1)
        heads = (
            "staff.merge.stays",
            "staff.catalogue.author",
            "staff.catalogue.year",
            "staff.catalogue.copies",
        )
        for place, head in enumerate(heads):
            grid.addWidget(label(words(head), "label"), 0, place)
        for place, row in enumerate(rows):
            known = row.description
            title = f"{known.title} ({row.control_number or row.key})"
            radio = QRadioButton(title.replace("&", "&&"))
            radio.setAccessibleName(title)
            radio.setObjectName(f"keep{place}")
            self._group.addButton(radio, place)
            grid.addWidget(radio, place + 1, 0)
            grid.addWidget(label("; ".join(known.authors[:2])), place + 1, 1)
            grid.addWidget(label(str(known.year or "")), place + 1, 2)
            grid.addWidget(label(words.number(row.items)), place + 1, 3)
        self.body.addLayout(grid)

    def _look(self, place: int) -> None:
        """Read what merging into that record would do."""
        self._preview = None
        self._do.setEnabled(False)
        merging, by = self.workplace.services.copies.merging, self.workplace.by
        kept, ids = self._rows[place].id, [row.id for row in self._rows]

        def show(preview: MergePreview) -> None:
            if self._group.checkedId() == place:
                self._show(preview)

        self.workplace.read(lambda: merging.preview(by, kept, ids), show, self._failed)

    def _show(self, preview: MergePreview) -> None:
        words, moved = self.workplace.words, preview.moved
        self._preview = preview
        parts = [
            words.count("staff.merge.copies", moved.items),
            words.count("staff.merge.loans", moved.on_loan),
            words.count("staff.merge.holds", moved.holds),
        ]
        told = words("staff.merge.moves", moved=words.join(tuple(parts)))
        if preview.doubled_holds:
            told += f" {words.count('staff.merge.doubled', preview.doubled_holds)}"
        self._effect.setText(told)
        self._show_taking(preview)
        self._do.setEnabled(True)

    def _show_taking(self, preview: MergePreview) -> None:
        words = self.workplace.words
        for tick in self._ticks.values():
            self._taking.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {}
        for group, fields in preview.to_take.items():
            tick = QCheckBox(words.count(f"staff.merge.take.{group.value}", len(fields)))
            tick.setObjectName(f"take_{group.value}")
            tick.setToolTip("\n".join(" ".join(text for _, text in field.subfields) for field in fields[:12]))
            # A number by which somebody looks for the title must go on finding it.
            tick.setChecked(group is FieldGroup.NUMBERS)
            self._taking.addWidget(tick)
            self._ticks[group] = tick

    def _done(self, merged: Merged) -> None:
        self.accept()
        # Called when this dialog has long gone.
        place, changed = self.workplace, self._changed
        told = place.words.count("staff.merge.done", len(merged.gone))
        place.say(told, lambda: _undo(place, merged, changed))
        changed()

    def _failed(self, error: Exception) -> None:
        self._do.setEnabled(self._preview is not None)
        self.fail(error)


def _undo(place: Workplace, merged: Merged, changed: Callable[[], None]) -> None:
    """Make several titles again of the one."""
    merging, by = place.services.copies.merging, place.by

    def back(_: None) -> None:
        place.say(place.words.count("staff.merge.undone", len(merged.gone)))
        changed()

    place.change(lambda: merging.undo(by, merged), back)
