"""The on-screen keyboard writes every letter of three languages into the field that has the focus."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui import patron
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.shared.fonts import load_fonts
from kiosk.ui.shared.translating import WordsTranslator
from scripts.eyes import is_a, shown_items
from tests.ui.conftest import named_item
from tests.ui.sample_home import shell_state


@dataclass(frozen=True, slots=True)
class Typing:
    """The window with its keys."""

    window: QQuickWindow
    shell: ShellViewModel
    qtbot: QtBot

    def item(self, name: str) -> QQuickItem:
        found = named_item(self.window.contentItem(), name)
        assert found is not None, f"nothing is called {name}"
        return found

    def place(self, name: str) -> QPoint:
        self.window.grabWindow()  # rows are laid out with the next picture
        item = self.item(name)
        return item.mapToScene(item.boundingRect().center()).toPoint()

    def press(self, *names: str) -> None:
        for name in names:
            QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, pos=self.place(f"key.{name}"))

    @property
    def text(self) -> str:
        return str(self.item("words").property("text"))


@pytest.fixture
def typing(qtbot: QtBot) -> Iterator[Typing]:
    """A field with the focus, and the German keyboard below it."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert app is not None
    words = WordsTranslator("de")
    app.installTranslator(words)
    load_fonts()
    engine = QQmlApplicationEngine()
    shell = ShellViewModel(engine)
    shell.show(shell_state("de"))
    engine.addImportPath(str(Path(patron.__file__).parent / "qml"))
    engine.setInitialProperties({"shell": shell})
    engine.load(QUrl.fromLocalFile(str(Path(__file__).parent / "gallery/KioskTyping.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    qtbot.waitUntil(lambda: named_item(window.contentItem(), "key.q") is not None)
    yield Typing(window, shell, qtbot)
    window.close()
    engine.deleteLater()
    app.removeTranslator(words)
    qtbot.wait(0)


def test_letters_umlauts_and_space_are_written(typing: Typing) -> None:
    typing.press("k", "ü", "h", "l", "space", "ß", "-", ".")
    assert typing.text == "kühl ß-."
    assert typing.window.title() == typing.text


def test_shift_makes_one_capital_letter(typing: Typing) -> None:
    typing.press("shift", "k", "a")
    assert typing.text == "Ka"


def test_delete_takes_the_last_letter_and_nothing_from_an_empty_field(typing: Typing) -> None:
    typing.press("delete", "k", "a", "delete", "delete", "delete")
    assert typing.text == ""


def test_no_key_repeats_by_being_held(typing: Typing) -> None:
    keys = [one for one in shown_items(typing.window.contentItem()) if is_a(one, "KioskKey")]
    assert len(keys) > 30
    assert [one.objectName() for one in keys if one.property("autoRepeat")] == []


def test_the_go_key_accepts(typing: Typing) -> None:
    typing.press("k", "go")
    assert typing.window.title() == "go:k"


@pytest.mark.parametrize("letter", "ąćęłńóśźż")
def test_polish_letters_are_on_the_polish_keyboard(typing: Typing, letter: str) -> None:
    typing.press("language", "language", letter)
    assert typing.text == letter


@pytest.mark.parametrize(("key", "letter"), [("a", "ą"), ("e", "é"), ("z", "ż"), ("s", "ß"), ("o", "ö")])
def test_a_key_that_is_held_offers_its_variants(typing: Typing, key: str, letter: str) -> None:
    spot = typing.place(f"key.{key}")
    QTest.mousePress(typing.window, Qt.MouseButton.LeftButton, pos=spot)
    typing.qtbot.waitUntil(lambda: named_item(typing.window.contentItem(), "key.variant.close") is not None)
    QTest.mouseRelease(typing.window, Qt.MouseButton.LeftButton, pos=spot)
    typing.press(f"variant.{letter}")
    assert typing.text == letter


def test_digits_and_signs_are_behind_their_key(typing: Typing) -> None:
    typing.press("signs", "1", "9", "8", "4", "signs", "a")
    assert typing.text == "1984a"


def test_a_pin_is_written_on_the_number_pad(typing: Typing) -> None:
    QTest.mouseClick(typing.window, Qt.MouseButton.LeftButton, pos=typing.place("pin.input"))
    typing.qtbot.waitUntil(lambda: named_item(typing.window.contentItem(), "key.q") is None)
    typing.press("1", "2", "3", "0", "delete")
    assert typing.item("pin").property("text") == "123"
