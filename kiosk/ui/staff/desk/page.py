"""The desk's page: the desk itself, and beside it the lists that staff walk along with."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from kiosk.rules.book_drop import filled_since
from kiosk.rules.calendar import calendar_of
from kiosk.staff.rights import Right
from kiosk.ui.staff.desk.choosing import Choice
from kiosk.ui.staff.desk.counter import FORM, DeskCounter
from kiosk.ui.staff.desk.desk_view import DeskView
from kiosk.ui.staff.desk.drop_dialog import DropDialog
from kiosk.ui.staff.desk.money_talk import MONEY_FORM, MoneyTalk
from kiosk.ui.staff.desk.offers import Offer
from kiosk.ui.staff.desk.paper_menu import PaperMenu
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState
from kiosk.ui.staff.desk.tabs import DESK, DeskTabs
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.style import MARGIN
from kiosk.ui.staff.widgets.questions import ask, ask_reason
from kiosk.ui.staff.workplace import Workplace

_OF_DRAFTS = tuple(form.partition("/")[2] for form in (FORM, MONEY_FORM))
_ANYWAY = {Offer.LEND_ANYWAY: Verb.LEND_ANYWAY, Offer.RENEW_ANYWAY: Verb.RENEW_ANYWAY}
_PLAIN = {
    Offer.RENEW: Verb.RENEW,
    Offer.RETURN: Verb.RETURN,
    Offer.DROP_CLAIM: Verb.DROP_CLAIM,
    Offer.HOLD: Verb.HOLD,
}
_ASKED = {
    Offer.LOST: Verb.LOST,
    Offer.CLAIM: Verb.CLAIM,
    Offer.DAMAGED: Verb.DAMAGED,
    Offer.MISSING: Verb.MISSING,
    Offer.SOUND: Verb.SOUND,
    Offer.WITHDRAW: Verb.WITHDRAW,
}


class DeskPage(StaffPage):
    """Lend, take back and all else at the desk, by scanner and keyboard alone."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.page.desk"))
        self.keys_told = words("staff.desk.keys")
        self.counter = DeskCounter(workplace)
        self.view: DeskView
        self.tabs: DeskTabs
        self.papers = PaperMenu(workplace, self)
        self.money = MoneyTalk(workplace, self)
        self.column.setContentsMargins(MARGIN, 8, MARGIN, 14)

    def parts(self) -> Iterator[None]:
        """Make the desk, then its lists one by one."""
        self.view = DeskView(self.workplace)
        yield
        self.tabs = DeskTabs(self.workplace, self.view.corner)
        self.column.addWidget(self.tabs)
        yield
        self.tabs.put(self.view)
        yield
        yield from self.tabs.parts()
        self._connect()

    def enter(self) -> None:
        """Go on with what was scanned and not done when the workspace was left."""
        drafts = self.workplace.drafts
        self.workplace.read(lambda: drafts.of(FORM), self._restore)

    def open(self, rest: str) -> None:
        """Come to the front with the desk or a list; a card or a barcode is taken as if it were scanned."""
        if rest in self.tabs.names:
            self.tabs.turn_to(rest)
        elif rest in _OF_DRAFTS:
            self.tabs.turn_to(DESK)
            if rest == _OF_DRAFTS[1]:
                self.money.go_on()
        elif rest:
            self.tabs.turn_to(DESK)
            self.counter.scan(rest)
        self.view.come_back()

    def refresh(self) -> None:
        """Read the list in front, or the card, again."""
        if self.tabs.name == DESK:
            self.counter.read_card()
        else:
            self.tabs.refresh()

    def undo(self) -> None:
        """Undo the last loan, or the last thing said of an item."""
        if self.counter.undo() is None:
            self.workplace.say(self.workplace.words("staff.desk.nothing_to_undo"))

    def unsaved(self) -> int:
        """Count what was scanned and is not done."""
        state = self.counter.state
        return (
            len(state.waiting) + (state.busy is not None) + sum(row.failed is not None for row in state.rows)
        )

    # --- building

    def _connect(self) -> None:
        view, counter = self.view, self.counter
        self.tabs.turned.connect(self._turn)
        self.tabs.looked.connect(self._look)
        view.field.scanned.connect(counter.scan)
        view.field.confirmed.connect(view.confirm)
        view.field.left.connect(self._leave)
        view.switched.connect(self._switch)
        view.chosen.connect(self._choose)
        view.wanted.connect(self._do)
        view.dropped.connect(self._date)
        counter.moved.connect(self._show)
        self.workplace.changed.connect(self._changed)
        counter.done.connect(self._after)
        view.card.renew.connect(self._renew)
        view.card.opened.connect(lambda card: counter.add(Verb.JOIN, [card]))
        view.card.pay.connect(self._pay)
        view.card.ended.connect(self._leave)
        view.card.receipt.connect(lambda: self.papers.ask(counter.state))
        view.card.patron.connect(lambda card: self.workplace.go(f"patrons/{card}"))
        self.money.settled.connect(counter.read_card)
        self.money.over.connect(view.come_back)
        for keys, act in (
            ("F7", counter.add_card),
            ("F8", view.press_first),
            ("F9", self._pay),
            ("F11", self.undo),
            ("F12", lambda: self.papers.ask(counter.state)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    # --- what staff do

    def _switch(self, mode: Mode) -> None:
        self.counter.switch(mode)
        self.view.come_back()

    def _choose(self, choice: Choice) -> None:
        self.counter.choose(choice.verb, choice.code)
        self.view.come_back()

    def _leave(self) -> None:
        """Leave what is nearest: a choice, adding a card, the visit."""
        state = self.counter.state
        if state.offered is not None:
            self.counter.leave_choice()
        elif state.adding:
            self.counter.add_card()
        elif state.card is not None or state.rows:
            self.counter.end()
        self.view.come_back()

    def _do(self, offer: Offer, row: DeskRow) -> None:
        if offer in _PLAIN:
            self.counter.tell(_PLAIN[offer], row)
        elif offer is Offer.AGREE:
            self.counter.tell(Verb.LEND, row, agreed=row.charge)
        elif offer in _ANYWAY:
            self._override(_ANYWAY[offer], row)
        elif offer in _ASKED:
            self._say(offer, row)
        elif offer is Offer.UNDO:
            self.undo()
        elif offer is Offer.RETRY:
            self.counter.retry(row)
        elif offer is Offer.PAY and row.owing_card is not None:
            self.money.begin(row.owing_card)
        elif offer is Offer.SLIP and row.outcome is not None:
            self.papers.slip(row.outcome)

    def _override(self, verb: Verb, row: DeskRow) -> None:
        words = self.workplace.words
        told = "\n".join(self.view.told(row).more)
        doing = words(f"staff.desk.override.{verb}")
        reason = ask_reason(
            words, self, words("staff.desk.override"), told, doing, words("staff.desk.override.reason")
        )
        if reason:
            self.counter.tell(verb, row, codes=row.set_aside, reason=reason)
        self.view.come_back()

    def _say(self, offer: Offer, row: DeskRow) -> None:
        words = self.workplace.words
        title = row.title or row.barcode
        doing = words(f"staff.desk.offer.{offer}").replace(" …", "")
        told = words(f"staff.desk.ask.{offer}", title=title)
        if ask(words, self, doing, told, doing, dangerous=offer in (Offer.LOST, Offer.WITHDRAW)):
            self.counter.tell(_ASKED[offer], row)
        self.view.come_back()

    def _date(self) -> None:
        if self.counter.state.dated is not None:
            self.counter.date(None)
        else:
            self._ask_date()
        self.view.come_back()

    def _ask_date(self) -> None:
        branch = self.workplace.library.branch(self.workplace.by.branch)
        zone = ZoneInfo(branch.calendar.time_zone if branch else self.workplace.library.time_zone)
        now = self.workplace.now()
        evening = (now.astimezone(zone) - timedelta(days=1)).replace(
            hour=20, minute=0, second=0, microsecond=0
        )
        since = filled_since(calendar_of(self.workplace.library, self.workplace.by.branch), now)
        may_waive = self.workplace.by.may(Right.WAIVE)
        dialog = DropDialog(self.workplace.words, zone, evening, now, None if may_waive else since, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        reason = self._why_so_far(since) if dialog.moment < since else ""
        if reason or dialog.moment >= since:
            self.counter.date(dialog.moment, reason)

    def _why_so_far(self, since: datetime) -> str:
        """Ask why returns shall be dated back further than a book drop can have waited."""
        words = self.workplace.words
        told = words("staff.desk.drop.earlier", since=since)
        doing, wants = words("staff.desk.drop.begin"), words("staff.desk.override.reason")
        return ask_reason(words, self, words("staff.desk.drop"), told, doing, wants)

    def _renew(self, barcodes: tuple[str, ...]) -> None:
        card = self.counter.state.card
        if card is not None:
            self.counter.add(Verb.RENEW, barcodes or [line.barcode for line in card.statement.loans])
        self.view.come_back()

    def _pay(self) -> None:
        card = self.counter.state.card
        if card is not None:
            self.money.begin(card.patron.card)
        self.view.come_back()

    # --- what follows

    def _show(self, state: DeskState) -> None:
        self.view.show_state(state)
        name = state.card.name if state.card is not None else ""
        if name != self.crumb:
            self.entitle(self.title, name, self.status, self.keys_told)

    def _after(self, task: Task, row: DeskRow | None) -> None:
        """Print the slip of what was just taken back, and tell other pages of what was changed."""
        if row is None:
            return
        if row.step in (Step.LENT, Step.RETURNED, Step.RENEWED, Step.CHANGED, Step.UNDONE):
            self.workplace.changed.emit("loan")
        prints = self.workplace.services.base.settings.printer.hold_slips
        if task.verb in (Verb.SCAN, Verb.RETURN) and row.needs_slip and prints and row.outcome is not None:
            self.papers.slip(row.outcome, quietly=True)

    def _changed(self, kind: str) -> None:
        """Read the card again when its owner was changed on another page."""
        if kind == "patron":
            self.counter.read_card()

    def _restore(self, draft: object) -> None:
        kept = getattr(draft, "values", {}).get("tasks", ()) if draft is not None else ()
        if kept:
            self.counter.restore(kept)

    # --- lists

    def _turn(self, name: str) -> None:
        if name == DESK:
            self.view.come_back()

    def _look(self, barcode: str) -> None:
        """Look at the item of a list's row at the desk."""
        self.tabs.turn_to(DESK)
        self.counter.switch(Mode.LOOK)
        self.counter.scan(barcode)
