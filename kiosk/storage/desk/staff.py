"""Staff accounts and the roles that give them their rights."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from kiosk.model.item import barcode_key
from kiosk.model.texts import LocalText
from kiosk.storage.library.texts import text_from_json, text_to_json
from kiosk.storage.link import Link
from kiosk.storage.tables import accounts, roles


@dataclass(frozen=True, slots=True)
class Role:
    """A role and its rights, by the names that staff/ gives them."""

    code: str
    name: LocalText = field(default_factory=LocalText)
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff; the password is only ever an Argon2id hash."""

    name: str
    shown_name: str
    role: str
    created_at: datetime
    password_hash: str | None = None
    language: str | None = None
    active: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """An account as it stands, with its role."""

    account: Account
    role: Role


class Staff:
    """Keeps accounts and roles; names are told without case."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def roles(self) -> tuple[Role, ...]:
        """Return all roles by code."""
        rows = self._link.all(select(roles).order_by(roles.c.code))
        return tuple(Role(row.code, text_from_json(row.name), frozenset(row.rights)) for row in rows)

    def save_role(self, role: Role) -> None:
        """Add a role, or replace the one of that code."""
        row = {"code": role.code, "name": text_to_json(role.name), "rights": sorted(role.rights)}
        statement = self._link.insert(roles).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["code"], set_=row))

    def forget_role(self, code: str) -> bool:
        """Forget a role unless an account has it; return whether it is forgotten."""
        held = select(accounts.c.id).where(accounts.c.role == code)
        return bool(self._link.write(roles.delete().where(roles.c.code == code, ~held.exists())).rowcount)

    def add(self, account: Account) -> Account | None:
        """Add an account, whatever its id says; None when the name is taken."""
        row = {name: getattr(account, name) for name in Account.__dataclass_fields__ if name != "id"}
        row |= {"name": account.name.strip(), "name_key": barcode_key(account.name)}
        statement = self._link.insert(accounts).values(row).on_conflict_do_nothing()
        added = self._link.written(statement.returning(*accounts.c))
        return None if added is None else _account_of(added)

    def by_name(self, name: str) -> Account | None:
        """Return the account of that name, active or not."""
        row = self._link.first(_select().where(accounts.c.name_key == barcode_key(name)))
        return None if row is None else _account_of(row)

    def standing(self, name: str) -> Standing | None:
        """Return the account of that name and its role, active or not, by one statement."""
        with_role = accounts.join(roles, roles.c.code == accounts.c.role)
        query = select(*accounts.c, roles.c.name.label("role_name"), roles.c.rights).select_from(with_role)
        row = self._link.first(query.where(accounts.c.name_key == barcode_key(name)))
        if row is None:
            return None
        role = Role(row.role, text_from_json(row.role_name), frozenset(row.rights))
        return Standing(_account_of(row), role)

    def all(self) -> tuple[Account, ...]:
        """Return all accounts by name."""
        return tuple(_account_of(row) for row in self._link.all(_select().order_by(accounts.c.name_key)))

    def set_password(self, account_id: int, password_hash: str) -> None:
        """Keep the hash of a new password."""
        self._set(account_id, password_hash=password_hash)

    def set_role(self, account_id: int, role: str) -> None:
        """Give the account another role."""
        self._set(account_id, role=role)

    def set_active(self, account_id: int, active: bool) -> None:
        """Let the account sign in, or no longer."""
        self._set(account_id, active=active)

    def set_shown(self, account_id: int, shown_name: str, language: str | None) -> None:
        """Keep how the account is called on screens, and its language."""
        self._set(account_id, shown_name=shown_name, language=language)

    def _set(self, account_id: int, **values: object) -> None:
        self._link.write(accounts.update().where(accounts.c.id == account_id).values(**values))


def _select() -> Select[Any]:
    return select(accounts)


def _account_of(row: Row[Any]) -> Account:
    return Account(**{name: getattr(row, name) for name in Account.__dataclass_fields__})
