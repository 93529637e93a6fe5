"""What staff may do, which roles are given it at first, and the gate before every service of staff."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial, wraps
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar

from kiosk.model.texts import LocalText
from kiosk.staff.signed_in import SignedIn
from kiosk.staff.standing import refuse_when_over
from kiosk.storage import Role, asking_first

P = ParamSpec("P")
S = TypeVar("S")
R = TypeVar("R")


class Right(StrEnum):
    """A right, by the name under which roles hold it in the database."""

    CATALOGUE_SEE = "catalogue.see"
    CATALOGUE_EDIT = "catalogue.edit"
    CATALOGUE_BULK = "catalogue.bulk"  # import, batch change, merging, deleting
    CATALOGUE_EXPORT = "catalogue.export"
    DESK = "desk.lend"
    OVERRIDE = "desk.override"
    WAIVE = "desk.waive"
    PATRONS_SEE = "patrons.see"
    PATRONS_EDIT = "patrons.edit"
    PATRONS_PRIVACY = "patrons.privacy"  # erasing, a patron's own data, merging two cards
    POLICIES_SEE = "policies.see"
    POLICIES_EDIT = "policies.edit"
    MESSAGES = "messages.answer"
    RULES_SEE = "rules.see"
    RULES_EDIT = "rules.edit"
    SETTINGS_EDIT = "settings.edit"
    REPORTS = "reports.see"
    AUDIT = "audit.see"
    ACCOUNTS = "accounts.manage"


_AT_THE_DESK = frozenset(
    {Right.CATALOGUE_SEE, Right.DESK, Right.PATRONS_SEE, Right.PATRONS_EDIT, Right.POLICIES_SEE}
    | {Right.MESSAGES, Right.RULES_SEE}
)
_WITH_TEXTS = frozenset(
    {Right.CATALOGUE_SEE, Right.CATALOGUE_EDIT, Right.CATALOGUE_EXPORT, Right.POLICIES_SEE}
    | {Right.POLICIES_EDIT, Right.MESSAGES, Right.REPORTS}
)

FIRST_ROLES = MappingProxyType(
    {
        "administrator": frozenset(Right),
        "librarian": frozenset(Right) - {Right.ACCOUNTS, Right.SETTINGS_EDIT},
        "circulation": _AT_THE_DESK,
        "editor": _WITH_TEXTS,
    }
)
_NAMES = MappingProxyType(
    {
        "administrator": ("Administrator", "Verwaltung", "Administrator"),
        "librarian": ("Librarian", "Bibliothekar/in", "Bibliotekarz"),
        "circulation": ("Circulation", "Ausleihe", "Wypożyczalnia"),
        "editor": ("Editor", "Redaktion", "Redaktor"),
    }
)


def first_roles() -> tuple[Role, ...]:
    """Return the roles with which a library begins; all but the administrator's may be changed."""
    named = (
        (code, LocalText.of(dict(zip(("en", "de", "pl"), _NAMES[code], strict=True)))) for code in _NAMES
    )
    return tuple(Role(code, name, frozenset(map(str, FIRST_ROLES[code]))) for code, name in named)


def needs(
    right: Right,
) -> Callable[[Callable[Concatenate[S, SignedIn, P], R]], Callable[Concatenate[S, SignedIn, P], R]]:
    """Let a service's method be called only with that right; its first argument is who calls.

    The method raises NotAllowed before it looks at anything else, and bears the right as ``right``. Each of
    its transactions first asks the account as it stands by then: SignInOver where that may work no longer.
    """

    def guard(
        method: Callable[Concatenate[S, SignedIn, P], R],
    ) -> Callable[Concatenate[S, SignedIn, P], R]:
        @wraps(method)
        def guarded(service: S, by: SignedIn, /, *args: P.args, **kwargs: P.kwargs) -> R:
            by.must(right)
            with asking_first(partial(refuse_when_over, by=by)):
                return method(service, by, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined]  # for the table of rights
        return guarded

    return guard
