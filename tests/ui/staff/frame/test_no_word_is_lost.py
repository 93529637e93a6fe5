"""Whatever stands in any field of the workspace when it is killed stands there again afterwards."""

import ast
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import kiosk.ui.staff
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.staff.pages import page_kinds, resolved
from kiosk.ui.staff.typed_places import name_of, text_fields, text_in
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import NOW, lending_library
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.frame.every_form import FORMS, SOUGHT_AT, FormAt, at_form, fill, makers, typed_everywhere

PAGES = tuple(dict.fromkeys(form.page for form in FORMS))
MAKES = (
    "QLineEdit(",
    "QPlainTextEdit(",
    "QTextEdit(",
    "QDateTimeEdit(",
    "number_field(",
    "ScanField(",
    "FormLine(",
)


def on_disk(desk: DeskHands) -> str:
    """Give all that is kept of words on this machine, as a process that begins anew finds it."""
    return "\n".join(str(draft.values) for draft in desk.place.drafts.kept())


@pytest.mark.proof
@pytest.mark.parametrize("page", PAGES)
def test_a_word_in_any_field_outlives_the_workspace(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    services, numbers = lending_library(tmp_path / "library"), count(100)
    fill(services)
    desk = DeskHands.over(services)
    # What is looked for comes last, for it hides rows; afterwards it is seen first.
    forms = [form for form in (*SOUGHT_AT, *FORMS) if form.page == page]
    typed: dict[FormAt, dict[str, str]] = {}

    def write(form: FormAt, root: QWidget) -> None:
        typed[form] = typed_everywhere(desk, form, root, numbers)
        for other in forms:  # the last word in a field counts
            if other != form and other.route == form.route:
                typed[other] = {n: w for n, w in typed.get(other, {}).items() if n not in typed[form]}
        try:
            desk.wait(lambda: not missing(typed[form]))
        except AssertionError as never:
            raise AssertionError(f"{form.route} keeps nothing of {missing(typed[form])}") from never

    def missing(words: dict[str, str]) -> dict[str, str]:
        kept = on_disk(desk)
        return {name: word for name, word in words.items() if word not in kept}

    for form in reversed(forms):
        at_form(desk, form, partial(write, form))
    dropped(desk)
    again = DeskHands.over(Services(LibraryFolder(tmp_path / "library"), FixedClock(NOW)))
    lost: list[str] = []

    def read(form: FormAt, root: QWidget) -> None:
        with suppress(AssertionError):
            again.wait(lambda: all(shown(root, word) for word in typed[form].values()), 5_000)
        for name, word in typed[form].items():
            if not shown(root, word):
                there = {name_of(one): text_in(one) for one in text_fields(root)}
                lost.append(f"{form.route}: {name} said {word!r}, now {there.get(name)!r}")

    for form in forms:
        at_form(again, form, partial(read, form))
    dropped(again)
    assert not lost, "\n".join(lost)


def dropped(desk: DeskHands) -> None:
    """Let the window go without its being closed: nobody is asked, and nothing is said good-bye to."""
    desk.mistakes.clear()  # a draft of an article that is not there says so
    desk.close()
    desk.services.close()


def shown(root: QWidget, word: str) -> bool:
    """Tell whether a word stands in a field, or in what a field made of it."""
    if any(word in text_in(field) for field in text_fields(root)):
        return True
    return any(word in one.toolTip() for one in root.findChildren(QWidget) if one.isVisible())


@pytest.mark.proof
def test_the_walk_meets_every_page_and_whatever_makes_a_field(open_desk: OpenDesk) -> None:
    walked = {resolved(page_kinds(), form.route) for form in FORMS}
    assert {found[0].route for found in walked if found} == {kind.route for kind in page_kinds()}
    desk, met = open_desk(prepare=fill), set[str]()
    for form in (*FORMS, *SOUGHT_AT):
        at_form(desk, form, lambda root: met.update(makers(root)))
    desk.mistakes.clear()
    assert modules_with_fields() <= met


def modules_with_fields() -> set[str]:
    """Return the modules behind the door that make a field to write in."""
    root = Path(kiosk.ui.staff.__path__[0])
    found = set[str]()
    for file in root.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        only_to_read = "setReadOnly(True)" in text
        if any(make in text for make in MAKES) and not only_to_read:
            ast.parse(text)
            found.add(".".join(("kiosk.ui.staff", *file.relative_to(root).with_suffix("").parts)))
    return found - {"kiosk.ui.staff.door", "kiosk.ui.staff.widgets.form"}


def test_a_password_is_never_kept(open_desk: OpenDesk) -> None:
    desk, form = open_desk(prepare=fill), FormAt("settings/accounts", dialog=True)
    form = next(one for one in FORMS if one.route == form.route and one.dialog)

    def write(_root: QWidget) -> None:
        desk.focus("account-name")
        desk.write("vera")
        for name in ("account-password", "account-again"):
            field = desk.one(QLineEdit, name)
            desk.focus(field)
            desk.write("drei alte Eichen")
        desk.wait(lambda: "vera" in on_disk(desk))

    at_form(desk, form, write)
    kept = "".join(
        file.read_text() for file in (desk.services.folder.path / "drafts").rglob("*") if file.is_file()
    )
    assert "vera" in kept
    assert "Eichen" not in kept
