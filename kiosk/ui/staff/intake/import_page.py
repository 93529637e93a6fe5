"""Files into the catalogue, step by step: chosen, looked at, checked, imported, reported."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid

from kiosk.catalog.import_preview import Preview
from kiosk.catalog.import_progress import ImportCancelled, ImportProgress
from kiosk.catalog.import_report import ImportReport
from kiosk.model.record import record_key
from kiosk.ui.staff.intake import import_state
from kiosk.ui.staff.intake.background import Background
from kiosk.ui.staff.intake.file_list import FileList, FileRow
from kiosk.ui.staff.intake.import_state import ImportState, Step, Work
from kiosk.ui.staff.intake.preview_step import PreviewStep
from kiosk.ui.staff.intake.progress_strip import ProgressStrip
from kiosk.ui.staff.intake.report_view import ReportView
from kiosk.ui.staff.intake.step_bar import StepBar
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.widgets.buttons import button, shown_keys
from kiosk.ui.staff.widgets.panel import across
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."
ROUTE = "catalogue/import"
_NEXT = "Ctrl+Return"
_FORWARD = {Step.FILES: "preview", Step.PREVIEW: "check", Step.CHECK: "import", Step.DONE: "again"}


class ImportPage(StaffPage):
    """Nothing is stored before the last step; the import itself goes on while other pages are open."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words(f"{_TO}title.import"), words("staff.page.catalogue"))
        self.state = ImportState()
        self._services = workplace.services.intake
        self._background = Background(workplace, self)
        self._background.told.connect(self._tell)
        self._sizes: dict[Path, int] = {}
        self._kept: dict[str, object] = {}
        self._steps = StepBar(words)
        self._files: FileList
        self._preview: PreviewStep
        self._check: ReportView
        self._report: ReportView
        self._pages = QStackedWidget()
        self._strip = ProgressStrip(words, self._stop)
        self._back = button(words(f"{_TO}go.back"), self.go_back, name="importBack", picture="back")
        self._forward = button("", self.go_on, name="importForward", kind="primary", keys=_NEXT)
        self.column.addWidget(self._steps)
        self.column.addWidget(self._pages, 1)
        self.column.addWidget(self._strip)
        self.column.addWidget(across(self._forward, self._back))

    def parts(self) -> Iterator[None]:
        """Make what the steps show, one by one."""
        self._files = FileList(self.workplace)
        self._pages.addWidget(self._files)
        yield
        self._preview = PreviewStep(self.workplace)
        self._pages.addWidget(self._preview)
        yield
        self._check = ReportView(self.workplace, dry=True)
        self._pages.addWidget(self._check)
        yield
        self._report = ReportView(self.workplace, dry=False)
        self._pages.addWidget(self._report)
        yield
        self._connect()
        self._show()
        self.entitle(self.title, self.crumb, keys_told=self.workplace.words(f"{_TO}import_keys"))

    def enter(self) -> None:
        """Read what was left here."""
        drafts = self.workplace.drafts
        self.workplace.read(lambda: drafts.of(ROUTE), self._restore)

    def open(self, rest: str) -> None:
        """Put the keyboard where the next thing is to be done."""
        first = self._files.table.view if self.state.step is Step.FILES else self._preview
        (self._forward if self._forward.isEnabled() else first).setFocus()

    def refresh(self) -> None:
        """Look into the file again."""
        if self.state.step is Step.PREVIEW and self.state.work is None:
            self._look()

    def unsaved(self) -> int:
        """Count the import that is going on: leaving would stop it."""
        return int(self.state.work is Work.IMPORTING)

    # --- what somebody wants

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files, as a choice or a drop does."""
        if self.state.work is not None:
            return
        state = ImportState() if self.state.step is Step.DONE else self.state
        self._take(import_state.with_files(state, paths))
        self._measure()

    def go_on(self) -> None:
        """Take the next step."""
        if not self.state.may_go_on:
            return
        match self.state.step:
            case Step.FILES:
                self._look()
            case Step.PREVIEW:
                self._run_check()
            case Step.CHECK:
                self._run_import()
            case Step.DONE:
                self._take(ImportState())

    def go_back(self) -> None:
        """Go one step back."""
        self._take(import_state.back(self.state))

    # --- work

    def _look(self) -> None:
        state = import_state.working(self.state, Work.LOOKING)
        path, plan = state.path, state.plan
        if path is None:
            return
        self._take(state)
        by, files = self.workplace.by, self._services.files
        self._strip.show_work(self.workplace.words(f"{_TO}work.looking"), None, stoppable=False)
        self.workplace.jobs.latest(
            f"{ROUTE}/{id(self)}", lambda: files.preview(by, plan, path), self._previewed, self._failed
        )

    def _run_check(self) -> None:
        self._take(import_state.working(self.state, Work.CHECKING))
        by, files, plan = self.workplace.by, self._services.files, self.state.plan
        self._background.begin(
            lambda: files.check(by, plan, self._progress),
            lambda report: self._take(import_state.checked(self.state, report)),
            self._failed,
        )

    def _run_import(self) -> None:
        self._take(import_state.working(self.state, Work.IMPORTING))
        by, files, plan, at = self.workplace.by, self._services.files, self.state.plan, self.workplace.now()
        indexing = self._background.tell
        self._background.begin(
            lambda: files.run(
                by, plan, at=at, progress=self._progress, indexing=lambda done, of: indexing((done, of))
            ),
            self._imported,
            self._failed,
        )

    def _progress(self, step: ImportProgress) -> None:
        """Tell how far it is, on the thread of the import, and end it if somebody wants that."""
        self._background.tell(step)
        if self._background.stopped:
            raise ImportCancelled

    def _stop(self) -> None:
        self._background.stop()
        self._take(import_state.stopping(self.state))
        self._strip.show_stopping()

    def _previewed(self, preview: Preview) -> None:
        if isValid(self):
            self._take(import_state.previewed(self.state, preview))

    def _imported(self, report: ImportReport) -> None:
        self._take(import_state.imported(self.state, report))
        self.workplace.forget_draft(ROUTE)
        self.workplace.changed.emit("record")

    def _failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._take(import_state.failed(self.state))
        self.workplace.fail(error)

    def _tell(self, step: object) -> None:
        words = self.workplace.words
        if isinstance(step, ImportProgress) and not self.state.stopping:
            work = "checking" if self.state.work is Work.CHECKING else "importing"
            text = words(f"{_TO}work.{work}", file=step.file.name, read=step.read)
            self._strip.show_work(text, step.fraction, self._background.elapsed)
        elif isinstance(step, tuple):
            if self.state.work is not Work.INDEXING:
                self._background.begin_part()
                self.state = import_state.working(self.state, Work.INDEXING)
            done, of = step
            text = words(f"{_TO}work.indexing", done=done, all=of)
            self._strip.show_work(text, done / max(of, 1), self._background.elapsed, stoppable=False)

    # --- what is shown

    def _connect(self) -> None:
        self._files.added.connect(self.add_files)
        self._files.removed.connect(lambda place: self._take(import_state.without_file(self.state, place)))
        self._preview.chose_file.connect(partial(self._choose, import_state.looking_at))
        self._preview.chose_items.connect(partial(self._choose, import_state.with_items))
        self._preview.chose_overwriting.connect(partial(self._choose, import_state.with_overwriting))
        self._preview.chose_column.connect(partial(self._choose, import_state.with_column))
        for view in (self._check, self._report):
            view.opened.connect(lambda number: self.workplace.go(f"catalogue/{record_key(number)}"))

    def _choose(self, how: object, *values: object) -> None:
        """Change the plan and look into the file with it."""
        if self.state.work in (None, Work.LOOKING) and callable(how):
            self._take(how(self.state, *values))
            self._look()

    def _take(self, state: ImportState) -> None:
        moved = state.step is not self.state.step
        self.state = state
        self._show()
        if moved and self.isVisible():
            self.open("")
        self._keep()

    def _show(self) -> None:
        state, words = self.state, self.workplace.words
        self._steps.show_step(state.step)
        self._pages.setCurrentIndex(list(Step).index(state.step))
        self._files.show_files([FileRow(path, self._sizes.get(path, 0)) for path in state.paths])
        if state.step is Step.PREVIEW:
            self._preview.show_state(state)
        if state.step is Step.CHECK and state.checked is not None and state.work is None:
            self._check.show_report(state.checked, overwriting=state.overwrite)
        if state.step is Step.DONE and state.report is not None:
            self._report.show_report(state.report, overwriting=state.overwrite)
        self._strip.setVisible(state.work is not None)
        self._files.setEnabled(state.work is None)
        self._back.setVisible(state.step in (Step.PREVIEW, Step.CHECK))
        self._back.setEnabled(state.may_go_back)
        self._forward.setText(words(f"{_TO}go.{_FORWARD[state.step]}"))
        self._forward.setAccessibleName(self._forward.text())
        self._forward.setToolTip(f"{self._forward.text()} ({shown_keys(_NEXT)})")
        self._forward.setEnabled(state.may_go_on)

    def _measure(self) -> None:
        """Read how large the files are, off the window's thread."""
        paths = [path for path in self.state.paths if path not in self._sizes]

        def sizes() -> dict[Path, int]:
            return {path: path.stat().st_size for path in paths if path.is_file()}

        def known(found: dict[Path, int]) -> None:
            self._sizes |= found
            self._show()

        self.workplace.read(sizes, known)

    # --- the draft

    def _keep(self) -> None:
        state = self.state
        if state.paths and state.step is not Step.DONE:
            values = import_state.draft_values(state)
            if values != self._kept:
                self._kept = values
                self.workplace.keep_draft(ROUTE, self.title, values)

    def _restore(self, draft: object) -> None:
        restored = import_state.restored(getattr(draft, "values", None))
        if restored is not None and not self.state.paths:
            self._take(restored)
            self._measure()
