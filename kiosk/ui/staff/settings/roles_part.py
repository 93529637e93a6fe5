"""Roles × rights as a table: what each role may do, given and taken right by right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from kiosk.model.texts import LocalText
from kiosk.staff.rights import Right
from kiosk.storage import Role
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.widgets.questions import ask, ask_reason
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_ADMINISTRATOR = "administrator"


class RolesPart(QWidget):
    """Enter or a double click on a cell gives a role a right or takes it; the administrator's all stay."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self._roles: tuple[Role, ...] = ()
        self.list: DataTable[Right] | None = None
        words = workplace.words
        self._panel = Panel(words("staff.roles"), words("staff.roles.hint"))
        self._panel.act(
            button(words("staff.roles.add"), self._add, kind="quiet", picture="plus", name="addRole")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)

    def open(self) -> None:
        """Read the roles."""
        self.refresh()

    def refresh(self) -> None:
        """Read the roles again."""
        accounts, by = self.workplace.services.accounts, self.workplace.by
        self.workplace.read(lambda: accounts.roles(by), self._show)

    def save(self) -> None:
        """Do nothing: what is changed here is saved at once."""

    def undo(self) -> None:
        """Say how a right is taken back."""
        self.workplace.say(self.workplace.words("staff.accounts.no_undo"))

    def unsaved(self) -> int:
        """Return 0: nothing waits here."""
        return 0

    def _show(self, roles: tuple[Role, ...]) -> None:
        again = [role.code for role in roles] != [role.code for role in self._roles]
        self._roles = roles
        if self.list is None or again:
            self._make()
        if self.list is not None:
            at = self.list.view.currentIndex()
            self.list.show_rows(tuple(Right))
            place = self.list.model.index(max(at.row(), 0), max(at.column(), 1))
            self.list.view.setCurrentIndex(place)

    def _make(self) -> None:
        words = self.workplace.words
        if self.list is not None:
            self.list.deleteLater()
        columns: list[Column[Right]] = [
            Column("right", words("staff.roles.right"), lambda one: words(f"staff.right.{one}"))
        ]
        columns += [self._column(number) for number in range(len(self._roles))]
        self.list = DataTable(self.workplace, columns, name="roles", key=str)
        view = self.list.view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.activated.connect(self._turn)
        self._panel.put(self.list, stretch=1)

    def _column(self, number: int) -> Column[Right]:
        words = self.workplace.words
        yes = Chip(words("word.yes"), "good")

        def has(one: Right) -> bool:
            return str(one) in self._roles[number].rights

        def chip(one: Right) -> Chip | None:
            return yes if has(one) else None

        name = words.name(self._roles[number].name) or self._roles[number].code
        return Column(
            self._roles[number].code,
            name,
            lambda one: yes.text if has(one) else "–",
            chip=chip,
            width=140,
        )

    def _turn(self, index: QModelIndex) -> None:
        if self.list is None or index.column() < 1:
            return
        role, right = self._roles[index.column() - 1], self.list.rows[index.row()]
        words = self.workplace.words
        name = words.name(role.name) or role.code
        if role.code == _ADMINISTRATOR:
            self.workplace.say(words("staff.roles.administrator"))
            return
        given = str(right) in role.rights
        key = "staff.roles.take" if given else "staff.roles.give"
        told = words(f"{key}.told", role=name, right=words(f"staff.right.{right}"))
        if not ask(words, self, words(key), told, words(key)):
            return
        rights = role.rights - {str(right)} if given else role.rights | {str(right)}
        self._save(role, rights, told)

    def _add(self) -> None:
        """Add a role without rights, which are then given one by one."""
        words = self.workplace.words
        name = ask_reason(
            words,
            self,
            words("staff.roles.add"),
            words("staff.roles.add.told"),
            words("staff.roles.add"),
            words("staff.roles.name"),
        )
        code = code_of(name, [role.code for role in self._roles])
        if code:
            role = Role(code, LocalText.of(name))
            self._save(role, role.rights, words("staff.roles.added", role=name))

    def _save(self, role: Role, rights: frozenset[str], told: str) -> None:
        accounts, by, at = self.workplace.services.accounts, self.workplace.by, self.workplace.now()

        def back() -> None:
            self._save(role, role.rights, self.workplace.words("staff.roles.back"))

        def done(_: object) -> None:
            self.workplace.say(told, back if rights != role.rights else None)
            self.refresh()

        self.workplace.change(lambda: accounts.save_role(by, role.code, role.name, rights, at=at), done)


def code_of(name: str, taken: Sequence[str]) -> str:
    """Return a code for a role of that name that no other has; empty where the name has no letters."""
    letters = "".join(one if one.isalnum() else " " for one in name.casefold()).split()
    code = "-".join(letters)[:40]
    if not code:
        return ""
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (code, *numbered) if one not in taken)
