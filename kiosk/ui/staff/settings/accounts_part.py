"""The accounts of staff: added, given another role, let in no longer, given a new password."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.storage import Account, Role
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording

Fields = tuple[str, ...]


class AccountsPart(QWidget):
    """List accounts; every change is made at once and is in the audit trail."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self._roles: tuple[Role, ...] = ()
        words = workplace.words
        self.list: DataTable[Account] = DataTable(
            workplace, self._columns(), name="accounts", key=lambda one: one.name
        )
        self.list.activated.connect(lambda _: self._change_role())
        self._doing = [
            button(words(f"staff.accounts.{key}"), pressed, picture=picture, name=key)
            for key, pressed, picture in (
                ("add", self._add, "plus"),
                ("role", self._change_role, "people"),
                ("password", self._new_password, "card"),
                ("active", self._turn, "stop"),
            )
        ]
        self.list.chosen.connect(self._look)
        panel = Panel(words("staff.accounts"))
        panel.put(self.list, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(across(*self._doing))
        column.addWidget(panel, 1)
        self._look()

    def open(self) -> None:
        """Read the accounts."""
        self.refresh()

    def refresh(self) -> None:
        """Read the accounts again."""
        accounts, by = self.workplace.services.accounts, self.workplace.by
        self.workplace.read(lambda: (accounts.all(by), accounts.roles(by)), self._show)

    def save(self) -> None:
        """Do nothing: what is changed here is saved at once."""

    def undo(self) -> None:
        """Say that each change here has a way back of its own."""
        self.workplace.say(self.workplace.words("staff.accounts.no_undo"))

    def unsaved(self) -> int:
        """Return 0: nothing waits here."""
        return 0

    def _show(self, found: tuple[tuple[Account, ...], tuple[Role, ...]]) -> None:
        accounts, self._roles = found
        marked = self.list.current
        self.list.show_rows(accounts)
        if accounts:
            self.list.mark(marked.name if marked else accounts[0].name)
        self._look()

    def _columns(self) -> tuple[Column[Account], ...]:
        words = self.workplace.words
        on, off = Chip(words("staff.accounts.on"), "good"), Chip(words("staff.accounts.off"), "stop")
        return (
            Column("name", words("staff.accounts.name"), lambda one: one.name),
            Column("shown", words("staff.accounts.shown"), lambda one: one.shown_name),
            Column("role", words("staff.accounts.role_of"), lambda one: self._role_name(one.role)),
            Column(
                "active",
                words("staff.accounts.state"),
                lambda one: on.text if one.active else off.text,
                chip=lambda one: on if one.active else off,
                width=170,
            ),
            Column(
                "since",
                words("staff.accounts.since"),
                lambda one: words.dated(one.created_at, "numeric"),
                sort=lambda one: one.created_at,
                width=130,
            ),
        )

    def _role_name(self, code: str) -> str:
        role = next((one for one in self._roles if one.code == code), None)
        return (self.workplace.words.name(role.name) if role else "") or code

    def _look(self) -> None:
        one, words = self.list.current, self.workplace.words
        for made in self._doing[1:]:
            made.setEnabled(one is not None)
        turn = "staff.accounts.active" if one is None or one.active else "staff.accounts.again"
        self._doing[3].setText(words(turn))

    def _done(self, text: str) -> Callable[[object], None]:
        def told(_: object) -> None:
            self.workplace.say(text)
            self.refresh()

        return told

    def _add(self) -> None:
        words, accounts, by = self.workplace.words, self.workplace.services.accounts, self.workplace.by
        dialog = AccountDialog(words, "add", ("name", "shown", "password", "again"), self._roles, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        name, shown, password = (dialog.text(key) for key in ("name", "shown", "password"))
        role, at = dialog.role, self.workplace.now()
        self.workplace.change(
            lambda: accounts.add(by, name, shown, role, password, at=at),
            self._done(words("staff.accounts.added", name=name)),
        )

    def _change_role(self) -> None:
        one, words = self.list.current, self.workplace.words
        if one is None:
            return
        dialog = AccountDialog(words, "role", (), self._roles, self, one.role)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.role == one.role:
            return
        accounts, by, role, at = (
            self.workplace.services.accounts,
            self.workplace.by,
            dialog.role,
            self.workplace.now(),
        )
        told = words("staff.accounts.changed", name=one.shown_name, role=self._role_name(role))
        self.workplace.change(lambda: accounts.set_role(by, one.name, role, at=at), self._done(told))

    def _new_password(self) -> None:
        one, words = self.list.current, self.workplace.words
        if one is None:
            return
        dialog = AccountDialog(words, "password", ("password", "again"), (), self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        accounts, by, at = self.workplace.services.accounts, self.workplace.by, self.workplace.now()
        password = dialog.text("password")
        self.workplace.change(
            lambda: accounts.set_password(by, one.name, password, at=at),
            self._done(words("staff.accounts.new_password", name=one.shown_name)),
        )

    def _turn(self) -> None:
        one, words = self.list.current, self.workplace.words
        if one is None:
            return
        key = "staff.accounts.active" if one.active else "staff.accounts.again"
        told = words("staff.accounts.turn.told", name=one.shown_name) if one.active else ""
        if one.active and not ask(words, self, words(key), told, words(key), dangerous=True):
            return
        accounts, by, at = self.workplace.services.accounts, self.workplace.by, self.workplace.now()
        done = words(
            "staff.accounts.turned_off" if one.active else "staff.accounts.turned_on", name=one.shown_name
        )
        self.workplace.change(
            lambda: accounts.set_active(by, one.name, not one.active, at=at), self._done(done)
        )


class AccountDialog(QDialog):
    """Take the fields of an account that are asked for; passwords twice."""

    def __init__(
        self,
        words: Wording,
        what: str,
        fields: Fields,
        roles: tuple[Role, ...],
        parent: QWidget,
        role: str = "librarian",
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words(f"staff.accounts.{what}"))
        self.setMinimumWidth(480)
        self._form = Form()
        self._lines: dict[str, QLineEdit] = {}
        for key in fields:
            line = QLineEdit()
            line.setMaxLength(200)
            if key in ("password", "again"):
                line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._look)
            self._lines[key] = line
            hint = words("staff.door.password_hint") if key == "password" else ""
            self._form.add(words(f"staff.accounts.field.{key}"), line, f"account-{key}", hint)
        self._role = ChoiceBox()
        for one in roles:
            self._role.addItem(words.name(one.name) or one.code, one.code)
        if roles:
            self._role.setCurrentIndex(max(0, self._role.findData(role)))
            self._form.add(words("staff.accounts.role_of"), self._role, "account-role")
        self._do = button(words("staff.save"), self.accept, kind="primary", name="do")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words(f"staff.accounts.{what}"), "heading"))
        column.addWidget(self._form)
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        self._do.setDefault(True)
        self._look()

    @property
    def role(self) -> str:
        """Give the role that was chosen."""
        return str(self._role.currentData() or "")

    def text(self, key: str) -> str:
        """Give what was typed; a password with the blanks around it."""
        typed = self._lines[key].text()
        return typed if key == "password" else typed.strip()

    def _look(self) -> None:
        whole = all(line.text().strip() for key, line in self._lines.items() if key != "shown")
        alike = "again" not in self._lines or self._lines["again"].text() == self._lines["password"].text()
        if "again" in self._lines:
            typed = self._lines["again"].text()
            self._form.wrong(
                self._lines["again"], self._words("staff.door.not_alike") if typed and not alike else ""
            )
        self._do.setEnabled(whole and alike)
