"""Who may do what: every service of staff against every role, at the service itself."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import kiosk.staff
from kiosk.model.staff_errors import NotAllowed
from kiosk.staff.rights import FIRST_ROLES, Right
from kiosk.staff.signed_in import SignedIn

# What somebody does with nothing but an account of their own: come in, be asked again, choose a password.
FREE = {"SigningIn.found", "SigningIn.sign_in", "SigningIn.again", "StaffAccounts.set_own_password"}

# The table: what each role may do. Whoever changes a role changes it here, knowingly.
MAY = {
    "administrator": set(Right),
    "librarian": set(Right) - {Right.ACCOUNTS, Right.SETTINGS_EDIT},
    "circulation": {
        Right.CATALOGUE_SEE,
        Right.DESK,
        Right.PATRONS_SEE,
        Right.PATRONS_EDIT,
        Right.POLICIES_SEE,
        Right.MESSAGES,
        Right.RULES_SEE,
    },
    "editor": {
        Right.CATALOGUE_SEE,
        Right.CATALOGUE_EDIT,
        Right.CATALOGUE_EXPORT,
        Right.POLICIES_SEE,
        Right.POLICIES_EDIT,
        Right.MESSAGES,
        Right.REPORTS,
    },
}


def services() -> Iterator[type]:
    """Yield the classes that staff's rooms make, each once."""
    for module in pkgutil.walk_packages(kiosk.staff.__path__, "kiosk.staff."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name:
                yield kind


def actions() -> list[tuple[str, Any]]:
    """Return the public methods whose first argument is who calls, by class and name."""
    found = []
    for kind in services():
        for name, method in vars(kind).items():
            if inspect.isfunction(method) and not name.startswith("_"):
                parameters = list(inspect.signature(method).parameters.values())[1:]
                if parameters and parameters[0].annotation in (SignedIn, "SignedIn"):
                    found.append((f"{kind.__name__}.{name}", method))
    return sorted(found, key=lambda action: action[0])


def signed(role: str) -> SignedIn:
    return SignedIn("anna", "Anna", role, frozenset(map(str, FIRST_ROLES[role])), "MAIN")


def call(method: Any, by: SignedIn) -> None:
    """Call the action with nothing in its hands: the gate comes before it looks at anything."""
    parameters = list(inspect.signature(method).parameters.values())[2:]
    given = {one.name: None for one in parameters if one.kind is not one.VAR_KEYWORD}
    method(None, by, **given)


def test_the_roles_of_a_new_library_are_the_table() -> None:
    assert {role: set(rights) for role, rights in FIRST_ROLES.items()} == MAY


def test_every_action_of_staff_stands_behind_a_gate() -> None:
    ungated = {name for name, method in actions() if not hasattr(method, "right")}
    assert ungated - FREE == set()
    assert len(actions()) > 5


def test_every_right_opens_something() -> None:
    assert {method.right for _, method in actions() if hasattr(method, "right")} == set(Right)


@pytest.mark.parametrize("role", list(MAY))
def test_a_role_is_refused_whatever_the_table_does_not_give_it(role: str) -> None:
    for name, method in actions():
        right = getattr(method, "right", None)
        if right is None:
            continue
        if right in MAY[role]:
            assert signed(role).may(right), name
        else:
            with pytest.raises(NotAllowed):
                call(method, signed(role))


def test_an_account_without_rights_is_refused_everything() -> None:
    nobody = SignedIn("nobody", "Nobody", "none", frozenset(), "MAIN")
    for _, method in actions():
        if hasattr(method, "right"):
            with pytest.raises(NotAllowed):
                call(method, nobody)
