"""The workspace of one signed-in account: rail, head, pages and foot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kiosk.model.library import Library
from kiosk.model.staff_errors import SignInOver
from kiosk.own_files import forget_papers_of_erased
from kiosk.staff.signed_in import SignedIn
from kiosk.ui.staff.busy import BusySign
from kiosk.ui.staff.finding_anything import route_to
from kiosk.ui.staff.header import Header
from kiosk.ui.staff.help import HelpDialog
from kiosk.ui.staff.left_unsaved import LeftUnsaved
from kiosk.ui.staff.messages.bell import MessageBell
from kiosk.ui.staff.messages.call_bar import CallBar
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.page_stack import PageStack
from kiosk.ui.staff.pages import PageKind, resolved
from kiosk.ui.staff.rail import Rail
from kiosk.ui.staff.style import MARGIN
from kiosk.ui.staff.telling import Toast, WrongBar
from kiosk.ui.staff.typing_net import TypingNet
from kiosk.ui.staff.widgets.library_choices import follow_library
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.workplace import Workplace

_AGAIN_MS = 60_000


class Shell(QWidget):
    """Show one page at a time; pages stay as they were left.

    `ended` tells that the account is to leave, `over` that it has to, and why.
    """

    ended = Signal()
    over = Signal(str)

    def __init__(self, workplace: Workplace, kinds: Sequence[PageKind]) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.workplace = workplace
        self._kinds = tuple(kind for kind in kinds if workplace.by.may(kind.right))
        self._trail: list[str] = []
        branch = workplace.library.branch(workplace.by.branch)
        self._branch = workplace.words.name(branch.name) if branch else workplace.by.branch
        self.rail = Rail(workplace, [kind for kind in self._kinds if kind.icon], self._branch)
        self.header = Header(workplace.words)
        self.wrong = WrongBar(workplace.words)
        self.left = LeftUnsaved(workplace)
        self.calls = CallBar(workplace)
        self.bell = MessageBell(workplace, self)
        self._stack = PageStack(workplace, self._follow, self)
        self._build()
        self.toast = Toast(workplace.words, self._stack)
        self.net = TypingNet(workplace, self, lambda: (self.page, self.route))
        self._connect()

    @property
    def page(self) -> StaffPage | None:
        """Give the page in front."""
        return self._stack.page

    @property
    def route(self) -> str:
        """Give the route that led here."""
        return self._trail[-1] if self._trail else ""

    def begin(self) -> None:
        """Open the first page the account may see, and tell what was left unsaved."""
        self.left.look()
        self.bell.look()
        if self._kinds:
            self.go(self._kinds[0].route)

    def build_ahead(self) -> None:
        """Build all pages while nobody waits for anything, so that each opens at once."""
        self._stack.build_ahead(self._kinds)

    @property
    def is_built(self) -> bool:
        """Tell whether no page is being built ahead."""
        return self._stack.is_built

    def go(self, route: str) -> None:
        """Open the page of a route; one that leads nowhere here says so."""
        found = resolved(self._kinds, route)
        if found is None:
            self.wrong.tell(self.workplace.words("staff.no_such_page"))
            return
        kind, rest = found
        page = self._stack.show_kind(kind)
        self.rail.show_section(kind.section)
        self.wrong.hide()
        if self.route != route:
            self._trail = [*self._trail[-49:], route]
        page.open(rest)
        self._entitle(page)

    def back(self) -> None:
        """Open what was open before."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.go(self._trail[-1])

    def unsaved(self) -> int:
        """Count what is typed on all pages and not saved."""
        return sum(page.unsaved() for page in self._stack.pages)

    def _build(self) -> None:
        foot = QWidget(self)
        foot.setObjectName("statusBar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot.setFixedHeight(32)
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._status, self._keys = label("", name="status"), label("", name="keysTold")
        row.addWidget(self._status)
        row.addStretch(1)
        row.addWidget(self._keys)
        right = QVBoxLayout()
        right.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(MARGIN, 6, MARGIN, 0)
        held.setSpacing(6)
        held.addWidget(self.calls)
        held.addWidget(self.wrong)
        held.addWidget(self.left)
        right.addWidget(self.header)
        right.addWidget(BusySign(self.workplace.jobs, self.workplace.words))
        right.addLayout(held)
        right.addWidget(self._stack, 1)
        right.addWidget(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.bell.counted.connect(partial(self.rail.show_waiting, "messages"))
        self.bell.called.connect(self.calls.tell)
        self.left.found.connect(self.net.begin)
        self.left.given_up.connect(self.net.give_up)
        self.rail.chosen.connect(self.go)
        self.rail.left.connect(self.ended)
        self.header.asked.connect(self._find)
        self._stack.currentChanged.connect(lambda _: self.toast.raise_())  # a page comes up over all others
        self.workplace.over.connect(self.over)
        self.workplace.said.connect(self._say)
        self.workplace.wrong.connect(self.wrong.tell)
        self.workplace.went.connect(self.go)
        self.workplace.changed.connect(self._changed)
        for keys, act in (
            ("F1", self._help),
            ("F5", self._refresh),
            ("Ctrl+S", self._save),
            ("Ctrl+Z", self._undo),
            ("Alt+Left", self.back),
            ("Ctrl+L", self.ended.emit),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self._again = QTimer(self)
        self._again.timeout.connect(self._look_again)
        self._again.start(_AGAIN_MS)
        # Who was erased at another desk may have left a photo or a draft on this machine.
        base = self.workplace.services.base
        self.workplace.jobs.aside(lambda: forget_papers_of_erased(base), lambda _: None, lambda _: None)

    def _changed(self, what: str) -> None:
        """Have the library as it is now at hand once its configuration was changed."""
        if what == "rules":
            place = self.workplace
            place.jobs.parallel(place.services.base.library, self._take_library, place.fail)

    def _take_library(self, library: Library) -> None:
        self.workplace.take_library(library)
        for page in self._stack.pages:
            follow_library(page, library, self.workplace.words)

    def _follow(self, page: StaffPage) -> None:
        page.titled.connect(partial(self._entitle, page))

    def _entitle(self, page: StaffPage) -> None:
        if page is self.page:
            words = self.workplace.words
            self.header.show_title(page.title, page.crumb)
            self._status.setText(page.status or self._branch)
            self._keys.setText(page.keys_told or words("staff.keys"))

    def _say(self, text: str, undo: object) -> None:
        self.wrong.hide()
        self.toast.tell(text, undo if callable(undo) else None)

    def _find(self, text: str) -> None:
        database = self.workplace.services.base.database
        self.workplace.jobs.latest(
            "staff.find", lambda: route_to(database, text), self.go, self.workplace.fail
        )

    def _undo(self) -> None:
        """Take back what was typed where somebody types, else what the page did last."""
        field = self.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly():
            field.undo()
        elif self.page is not None:
            self.page.undo()

    def _refresh(self) -> None:
        if self.page is not None:
            self.page.refresh()

    def _save(self) -> None:
        if self.page is not None:
            self.page.save()

    def _help(self) -> None:
        page = self.page
        HelpDialog(self.workplace.words, page.keys_told if page else "", self).exec()

    def _look_again(self) -> None:
        """Leave when the account may no longer work here, or has other rights now."""
        services, by = self.workplace.services, self.workplace.by
        self.workplace.jobs.aside(lambda: services.signing_in.again(by), self._known, lambda _: None)

    def _known(self, now: SignedIn | None) -> None:
        if now is None or now.rights != self.workplace.by.rights:
            self.over.emit(self.workplace.sentence(SignInOver(account=self.workplace.by.account)))
