"""What a patron waits for on this card: a temporary card to be confirmed, other details, being forgotten."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.staff.rights import Right
from kiosk.storage import PatronRequest
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.questions import ask_reason
from kiosk.ui.staff.workplace import Workplace


class RequestsBar(QWidget):
    """A line for each, with what may be done; not there where nothing waits."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_requests(self, patron: Patron, requests: tuple[PatronRequest, ...]) -> None:
        """Show what waits."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        joining = any(one.kind == RequestKind.JOIN.value for one in requests)
        if patron.temporary and not joining:
            self._column.addWidget(self._temporary(patron))
        for request in requests:
            self._column.addWidget(self._line(patron, request))
        self.setVisible(bool(requests) or patron.temporary)

    def _temporary(self, patron: Patron) -> QWidget:
        words = self._workplace.words
        confirm = button(
            words("staff.patrons.confirm"), partial(self._confirm, patron), kind="primary", name="confirmCard"
        )
        return self._notice(words("staff.patrons.temporary.told"), [confirm])

    def _line(self, patron: Patron, request: PatronRequest) -> QWidget:
        words = self._workplace.words
        if request.kind == RequestKind.JOIN.value:
            accept = button(
                words("staff.patrons.confirm"),
                partial(self._confirm, patron),
                kind="primary",
                name="confirmCard",
            )
            told = words("staff.patrons.temporary.told")
        else:
            accept = button(
                words(f"staff.patrons.asked.{request.kind}.do"),
                partial(self._decide, request, "", accept=True),
                kind="primary" if request.kind == RequestKind.CONTACT.value else "danger",
                name=f"accept_{request.kind}",
            )
            told = words(f"staff.patrons.asked.{request.kind}", details=self._details(request))
        decline = button(
            words("staff.patrons.asked.decline"), partial(self._decline, request), name="declineRequest"
        )
        if request.kind == RequestKind.ERASE.value and not self._workplace.by.may(Right.PATRONS_PRIVACY):
            accept.hide()
            decline.hide()
        return self._notice(told, [accept, decline])

    def _notice(self, told: str, acts: list[QWidget]) -> QWidget:
        frame = QFrame()
        frame.setObjectName("panel")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(ChipLabel(Chip(self._workplace.words("staff.patrons.waits"), "wait")))
        row.addWidget(label(told, wrap=True), 1)
        for act in acts:
            act.setEnabled(self._workplace.by.may(Right.PATRONS_EDIT))
            row.addWidget(act)
        return frame

    def _details(self, request: PatronRequest) -> str:
        words = self._workplace.words
        nothing = words("staff.patrons.differences.nothing")
        named = ((f"staff.patrons.field.{name}", text) for name, text in request.details.items())
        return "; ".join(f"{words(key)}: {text or nothing}" for key, text in named if key in words.catalogue)

    def _confirm(self, patron: Patron) -> None:
        place, now = self._workplace, self._workplace.now()
        waiting = place.services.patrons.waiting
        place.change(
            lambda: waiting.confirm(place.by, patron.card, None, at=now),
            lambda _: self._done("staff.patrons.confirmed"),
        )

    def _decline(self, request: PatronRequest) -> None:
        words = self._workplace.words
        subject = words("staff.patrons.asked.decline").removesuffix(" …")
        told, wants = words("staff.patrons.asked.decline.told"), words("staff.patrons.asked.decline.why")
        reason = ask_reason(words, self, subject, told, subject, wants)
        if reason:
            self._decide(request, reason, accept=False)

    def _decide(self, request: PatronRequest, note: str, *, accept: bool) -> None:
        place, now = self._workplace, self._workplace.now()
        waiting = place.services.patrons.waiting
        told = "staff.patrons.asked.done" if accept else "staff.patrons.asked.declined"
        place.change(
            lambda: waiting.decide(place.by, request, accept=accept, at=now, note=note),
            lambda _: self._done(told),
        )

    def _done(self, told: str) -> None:
        self._workplace.changed.emit("patron")
        self._workplace.changed.emit("messages")
        self._workplace.say(self._workplace.words(told))
