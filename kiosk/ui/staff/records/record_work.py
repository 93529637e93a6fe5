"""Opens, keeps and saves the record under the pen, all off the GUI thread; what is typed outlives a crash."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.catalog.marc.record import Field
from kiosk.model.record import Form
from kiosk.model.staff_errors import RecordChangedMeanwhile, RecordInvalid
from kiosk.staff.records.comparing import Side, merged
from kiosk.staff.records.editing import Conflict
from kiosk.staff.records.form_fields import FormField
from kiosk.staff.records.headings import HeadingKind
from kiosk.staff.records.history import PastRecord
from kiosk.staff.records.opened import OpenedRecord
from kiosk.staff.rights import Right
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.records.drafting import draft_form, draft_values, resumed_draft
from kiosk.ui.staff.records.editor_state import (
    EditorState,
    became,
    heading_added,
    look_through,
    saved,
    settled,
)
from kiosk.ui.staff.records.record_route import RecordRoute
from kiosk.ui.staff.workplace import Workplace

_PAUSE_MS = 700
# A record under the pen, and the draft that it goes on from.
Found = tuple[EditorState, Draft | None]


class RecordWork(QObject):
    """Hold the state; `shown` tells that it is another one, `opened` that it is another record's.

    `conflicted` gives what a colleague saved meanwhile, `refused` that errors keep it from being saved,
    `moved` the route of a record that has just got its number, `resumed` a draft that was taken up.
    `telling` is true while other pages are told of a change from here.
    """

    shown = Signal()
    opened = Signal()
    conflicted = Signal(object)
    refused = Signal()
    moved = Signal(str)
    resumed = Signal(object)
    indexed = Signal(bool)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self._services = workplace.services.records
        self.state: EditorState | None = None
        self.route: RecordRoute | None = None
        self.saving = False
        self.telling = False
        # Headings that are being looked up, and whether to save once they have come.
        self._adding = 0
        self._save_then = False
        self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)

    @property
    def may_change(self) -> bool:
        """Tell whether the account may change records."""
        return self._place.by.may(Right.CATALOGUE_EDIT)

    @property
    def unsaved(self) -> int:
        """Count the changes that are not saved."""
        return self.state.unsaved if self.state is not None else 0

    def open(self, route: RecordRoute, *, again: bool = False) -> None:
        """Open what a route asks for; what is typed into the record before is kept as its draft."""
        if route == self.route and self.state is not None and not again:
            return
        keeping = self._pause.isActive()
        if keeping:
            self.keep_draft()
        self._turn += 1
        self.route, turn = route, self._turn
        form = draft_form(route.text)

        today = self._place.now().date()

        def read() -> Found:
            opened, draft = self._read(route), self._place.drafts.of(form) if self.may_change else None
            taken = resumed_draft(opened, draft.values) if draft is not None else None
            state = taken or EditorState.of(opened)
            look_through(state, today)
            return state, draft if taken is not None else None

        def begin(_: object) -> None:
            # In a turn of its own: page and record together would hold up a key for more than a frame.
            self._place.read(
                read, lambda found: QTimer.singleShot(0, self, partial(self._begin, turn, found))
            )

        if keeping or again:
            # Behind a draft that is being kept or forgotten, which may be this record's own.
            self._place.jobs.aside(lambda: None, begin)
        else:
            begin(None)

    def take(self, state: EditorState) -> None:
        """Go on with another state, and keep it as a draft at the next pause."""
        self._go_on(state)
        self.shown.emit()

    def _go_on(self, state: EditorState) -> None:
        before, self.state = self.state, state
        if before is not None and state.record is not before.record:
            self._pause.start()

    def keep_draft(self) -> None:
        """Keep what is typed, or forget the draft of what is as it was opened."""
        self._pause.stop()
        if self.state is None or self.route is None:
            return
        form = draft_form(self.route.text)
        if self.state.unsaved:
            self._place.keep_draft(form, self.title, draft_values(self.state))
        else:
            self._place.forget_draft(form)

    @property
    def title(self) -> str:
        """Return the title as it reads now."""
        return self.state.value(FormField.TITLE) if self.state is not None else ""

    def save(self) -> None:
        """Save what is typed."""
        state = self.state
        if state is None or self.saving or not self.may_change:
            return
        if self._adding:
            self._save_then = True
            return
        if not state.unsaved and not state.opened.is_new:
            self._place.say(self._place.words("staff.records.nothing_to_save"))
            return
        self._save(settled(state))

    def _save(self, state: EditorState) -> None:
        self.saving = True
        self.take(state)
        place, at = self._place, self._place.now()
        editing, by = self._services.editing, place.by
        place.change(
            lambda: editing.save(by, state.opened, state.record, state.form, at),
            partial(self._saved, state.opened),
            partial(self._not_saved, state),
        )

    def merge(self, conflict: Conflict, choices: tuple[Side, ...]) -> None:
        """Save what was chosen of both changes."""
        if self.state is None:
            return
        theirs = conflict.theirs
        record = merged(theirs.record, conflict.differences, choices)
        form = theirs.form if self.state.form is self.state.opened.form else self.state.form
        self._save(became(self.state, theirs, record, form))

    def restore(self, version: PastRecord) -> None:
        """Make the record what it was in a version."""
        self._restore(version.number)

    def history(self, done: Callable[[tuple[PastRecord, ...]], None]) -> None:
        """Read the versions."""
        if self.state is None or self.state.opened.record_id is None:
            return
        record_id, by = self.state.opened.record_id, self._place.by
        self._place.read(lambda: self._services.history.versions(by, record_id), done)

    def add_heading(self, kind: HeadingKind, text: str) -> None:
        """Add a heading as the catalogue has it established, else as it was typed."""
        by, completion = self._place.by, self._services.completion
        add = partial(self._add_heading, self._turn, kind, text)
        self._adding += 1

        def failed(error: Exception) -> None:
            add(None)
            self._place.fail(error)

        self._place.jobs.parallel(lambda: completion.established(by, kind, text), add, failed)

    def _add_heading(self, turn: int, kind: HeadingKind, text: str, established: Field | None) -> None:
        self._adding -= 1
        if self.state is not None and turn == self._turn:
            # What is to be saved at once is shown as it is saved.
            go_on = self._go_on if self._save_then else self.take
            go_on(settled(heading_added(self.state, kind, text, established)))
        if self._save_then and not self._adding:
            self._save_then = False
            self.save()

    def _read(self, route: RecordRoute) -> OpenedRecord:
        editing, by, at = self._services.editing, self._place.by, self._place.now()
        if route.record_id is not None:
            return editing.open(by, route.record_id)
        if route.after is not None:
            return editing.duplicate(by, route.after, at)
        return editing.empty(by, route.form or Form.BOOK, at)

    def _begin(self, turn: int, found: Found) -> None:
        if turn != self._turn:
            return
        self.state, draft = found
        self.opened.emit()
        self.shown.emit()
        if draft is not None:
            self.resumed.emit(draft)

    def give_up(self) -> None:
        """Give up what is typed and show the record as it is stored."""
        route = self.route
        if route is not None:
            self._pause.stop()
            self._place.forget_draft(draft_form(route.text))
            self.open(route, again=True)

    def _saved(self, before: OpenedRecord, now: OpenedRecord) -> None:
        self.saving = False
        if self.state is None or self.route is None:
            return
        self._pause.stop()
        self._place.forget_draft(draft_form(self.route.text))
        fresh = before.is_new
        self.state = saved(self.state, now)
        if self.state.unsaved:
            # Typed while it was being saved: a draft of its own again.
            self._pause.start()
        if fresh:
            self.route = RecordRoute(record_id=now.record_id)
            self.moved.emit(self.route.text)
        self.shown.emit()
        undo = None if fresh else partial(self._restore, now.versions - 1)
        self._place.say(self._place.words("staff.records.saved"), undo)
        self._told_all()

    def _told_all(self) -> None:
        self.telling = True
        self._place.changed.emit("record")
        self.telling = False
        finder = self._place.services.base.finder
        self.indexed.emit(False)
        self._place.jobs.aside(finder.catch_up, lambda _: self.indexed.emit(True), lambda _: None)

    def _not_saved(self, state: EditorState, error: Exception) -> None:
        self.saving = False
        self.shown.emit()
        if isinstance(error, RecordChangedMeanwhile):
            by, editing = self._place.by, self._services.editing
            self._place.read(lambda: editing.compare(by, state.opened, state.record), self.conflicted.emit)
            return
        self._place.fail(error)
        if isinstance(error, RecordInvalid):
            self.refused.emit()

    def _restore(self, number: int) -> None:
        state = self.state
        if state is None or self.saving:
            return
        self.saving = True
        place, at, history = self._place, self._place.now(), self._services.history
        place.change(
            lambda: history.restore(place.by, state.opened, number, at),
            self._restored,
            partial(self._not_saved, state),
        )

    def _restored(self, now: OpenedRecord) -> None:
        self.saving = False
        if self.state is None or self.route is None:
            return
        self._place.forget_draft(draft_form(self.route.text))
        self.state = became(self.state, now, now.record, now.form)
        self.shown.emit()
        self._place.say(self._place.words("staff.records.restored"), partial(self._restore, now.versions - 1))
        self._told_all()
