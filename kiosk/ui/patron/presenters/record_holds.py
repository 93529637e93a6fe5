"""Joins the Record page's holds to the acts: asked for, placed, taken back."""

from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from kiosk.model.outcome import Outcome
from kiosk.services import Services
from kiosk.ui.patron.flows import placing_holds as flow
from kiosk.ui.patron.late_outcomes import note_late
from kiosk.ui.patron.presenters.own_work import OwnWork
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.record_holding import holding_state
from kiosk.ui.patron.record_loading import Record
from kiosk.ui.patron.view_models.record_hold import RecordHoldViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

_UNDO = "record.hold"


class RecordHolds(QObject):
    """Place holds on the title in sight; `pageWanted` leads back to it, `changed` tells to read it again."""

    pageWanted = Signal()
    changed = Signal()

    def __init__(
        self,
        view_model: RecordHoldViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._visit = visit
        self._sign_in = sign_in
        self._work = OwnWork(jobs, visit, self)
        self._placing = flow.PlacingHold()
        self._record: Record | None = None
        view_model.holdRequested.connect(self._want)
        view_model.copiesRequested.connect(lambda: self._advance(flow.CopiesWanted()))
        view_model.copyRequested.connect(lambda barcode: self._advance(flow.CopyChosen(barcode)))
        view_model.pickupRequested.connect(lambda code: self._advance(flow.PickupChosen(code, str(uuid4()))))
        view_model.dialogDismissed.connect(lambda: self._advance(flow.Dismissed()))
        view_model.accountRequested.connect(lambda: shell.openSection("account"))
        shell.toastActed.connect(self._toast_acted)

    def show(self, record: Record | None) -> None:
        """Turn to a title, or to what is newly known of it."""
        self._record = record
        self._show()

    def ask_nothing(self) -> None:
        """Drop what was asked about a title that is no longer looked at."""
        self._advance(flow.TitleLeft())

    def forget(self) -> None:
        """Forget what was asked for."""
        self._placing = flow.PlacingHold()
        self.show(None)

    def _want(self) -> None:
        """Ask for a card first where nobody has shown one; then how to keep it."""
        if self._record is not None:
            wanted = self._record.seen.record_id
            self._sign_in.require("holds", lambda: self._ask(wanted))

    def _ask(self, record_id: int) -> None:
        self.pageWanted.emit()
        if self._record is not None and self._record.seen.record_id == record_id:
            self._advance(flow.HoldWanted(record_id))

    def _toast_acted(self, name: str) -> None:
        if name == _UNDO:
            self._advance(flow.TakeBackWanted())

    # What follows.

    def _advance(self, event: flow.PlacingEvent) -> None:
        self._placing, effects = flow.advance(self._placing, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.PlacingEffect) -> None:
        words = self._visit.words
        match effect:
            case flow.PlaceHold():
                self._place(effect)
            case flow.TakeBack(hold):
                self._take_back(hold)
            case flow.SayHeld(title):
                self._shell.showToast(words("record.held", title=title), words("record.held.undo"), _UNDO)
                self.changed.emit()
            case flow.SayTakenBack():
                self._shell.showToast(words("record.held.undone"))
                self.changed.emit()
            case flow.SayFailed(error, undoing):
                said, undo = trouble_behind(error).said(words), words("record.held.undo") if undoing else ""
                self._shell.showToast(said, undo, _UNDO if undoing else "", "alert")

    def _place(self, wanted: flow.PlaceHold) -> None:
        card, by, act_id = self._visit.card or "", self._visit.by(), wanted.act_id
        item, place = wanted.item or None, self._services.acts.place_hold
        self._work.change(
            "hold",
            lambda: place(card, wanted.record_id, by, item=item, pickup_branch=wanted.pickup, act_id=act_id),
            lambda outcome: self._advance(flow.HoldAnswered(act_id, outcome)),
            lambda error: self._advance(flow.HoldFailed(act_id, error)),
            act_id=act_id,
            late=lambda outcome: _note(act_id, outcome),
        )

    def _take_back(self, hold: Outcome) -> None:
        card, by, cancel = self._visit.card or "", self._visit.by(), self._services.acts.cancel_hold
        self._work.change(
            "cancel",
            lambda: cancel(card, hold.record_id or 0, by, hold_id=hold.hold_id),
            lambda _outcome: self._advance(flow.TakeBackEnded(hold)),
            lambda error: self._advance(flow.TakeBackEnded(hold, error)),
            act_id=str(hold.hold_id or ""),
        )

    def _show(self) -> None:
        visit = self._visit
        self._view_model.show(
            holding_state(self._placing, self._record, visit.profile.branch, visit.library, visit.words)
        )


def _note(act_id: str, outcome: Outcome) -> None:
    note_late("hold", act_id, "placed" if outcome.done else "refused", outcome.reasons)
