"""The library file: shown with what it would change before it is put in force, and written to a folder."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.staff.rights import Right
from kiosk.staff.settings.changing import Saved
from kiosk.staff.settings.desk import FilePreview
from kiosk.staff.settings.leaves import Difference
from kiosk.ui.staff.settings.keeping import hide_unless
from kiosk.ui.staff.settings.telling import change_parts
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.whole_files import write_whole


class FilePart(QWidget):
    """Choose a file, see its differences, put it in force; or write the library as it is."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.preview: FilePreview | None = None
        self.may = workplace.by.may(Right.SETTINGS_EDIT)
        words = workplace.words
        self.path = QLineEdit()
        self.path.setObjectName("libraryFile")
        self.path.setAccessibleName(words("staff.file.path"))
        self.path.setPlaceholderText(words("staff.file.path"))
        self.path.returnPressed.connect(self._look)
        choose = button(words("staff.file.choose"), self._choose, name="chooseFile")
        look = button(words("staff.file.look"), self._look, name="lookAtFile")
        self._load = button(
            words("staff.file.load"), self.save, kind="primary", picture="check", name="loadFile"
        )
        self._load.setEnabled(False)
        write = button(words("staff.file.write"), self._write, picture="print", name="writeFile")
        self.told = label("", wrap=True, name="fileTold")
        self.wrong = label("", "wrong", wrap=True, name="fileWrong")
        self.list: DataTable[Difference] = DataTable(
            workplace, self._columns(), name="fileChanges", key=lambda one: one.path
        )
        brought, out = Panel(words("staff.file.in")), Panel(words("staff.file.out"))
        out.act(write)
        out.put(label(words("staff.file.out.hint"), "caption", wrap=True))
        brought.put(across(self.path, choose, look, self._load, stretch=False), self.told, self.wrong)
        brought.put(self.list, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(brought, 1)
        column.addWidget(out)
        hide_unless(brought, self.may)
        self.told.setText(words("staff.file.none"))

    def open(self) -> None:
        """Wait for a file."""

    def refresh(self) -> None:
        """Look at the file again."""
        if self.path.text().strip():
            self._look()

    def save(self) -> None:
        """Put in force what was looked at."""
        preview, by, settings = self.preview, self.workplace.by, self.workplace.services.settings
        if preview is not None and self._load.isEnabled():
            self._load.setEnabled(False)
            self.workplace.change(lambda: settings.load(by, preview), self._loaded, self._not_loaded)

    def undo(self) -> None:
        """Say where a file that was loaded is taken back."""
        self.workplace.say(self.workplace.words("staff.file.undo"))

    def unsaved(self) -> int:
        """Return 0: a file that was looked at is still where it was."""
        return 0

    def _choose(self) -> None:
        words = self.workplace.words
        found, _ = QFileDialog.getOpenFileName(self, words("staff.file.choose"), "", "*.toml")
        if found:
            self.path.setText(found)
            self._look()

    def _look(self) -> None:
        path, by, settings = self.path.text().strip(), self.workplace.by, self.workplace.services.settings
        if path and self.may:
            self._load.setEnabled(False)
            self.workplace.jobs.latest(
                "settings.file", lambda: settings.preview(by, Path(path)), self._show, self._failed
            )

    def _show(self, preview: FilePreview) -> None:
        words = self.workplace.words
        self.preview = preview
        self.list.show_rows(preview.changes)
        told = words.count("staff.file.changes", len(preview.changes))
        if preview.only_order:
            told = words("staff.file.only_order")
        if preview.answers:
            told += " " + words.count("staff.settings.saved.answers", len(preview.answers))
        self.told.setText(told)
        in_use = words("staff.settings.in_use", where=words.show(preview.in_use)) if preview.in_use else ""
        self.wrong.setText(in_use)
        self._load.setEnabled(preview.before != preview.after and not preview.in_use)

    def _failed(self, error: Exception) -> None:
        self.preview = None
        self.list.show_rows(())
        self.told.setText("")
        self.wrong.setText(self.workplace.sentence(error))

    def _loaded(self, saved: Saved) -> None:
        words = self.workplace.words
        self.preview = None
        self.list.show_rows(())
        self.told.setText(words.count("staff.settings.saved", len(saved.changes)))
        self.workplace.say(words("staff.file.loaded"))
        self.workplace.changed.emit("rules")

    def _not_loaded(self, error: Exception) -> None:
        """Look again where somebody has changed the library since, and say so."""
        self.workplace.fail(error)
        self._look()

    def _write(self) -> None:
        words = self.workplace.words
        path, _ = QFileDialog.getSaveFileName(self, words("staff.file.write"), "library.toml", "*.toml")
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write the library file, whole or not at all."""
        by, settings, words = self.workplace.by, self.workplace.services.settings, self.workplace.words

        def work() -> Path:
            write_whole(path, settings.file_text(by).encode())
            return path

        self.workplace.change(
            work, lambda written: self.workplace.say(words("staff.file.written", file=str(written)))
        )

    def _columns(self) -> tuple[Column[Difference], ...]:
        words = self.workplace.words

        def part(one: Difference, place: int) -> str:
            library = self.preview.after if self.preview is not None else self.workplace.library
            return change_parts(one, library, words)[place]

        return (
            Column("what", words("staff.trail.what"), lambda one: part(one, 0)),
            Column("before", words("staff.trail.before"), lambda one: part(one, 1)),
            Column("after", words("staff.trail.after"), lambda one: part(one, 2)),
        )
