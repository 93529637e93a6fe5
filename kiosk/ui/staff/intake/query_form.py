"""What is asked of another catalogue: by the ISBN that was scanned, or by words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.staff.intake.sources import RecordSource
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across
from kiosk.words import Wording

_TO = "staff.intake."
_LONGEST = 200


class QueryForm(Form):
    """Enter in any field asks; `edited` tells that something was typed."""

    edited = Signal()

    def __init__(self, words: Wording, ask: Callable[[], object]) -> None:
        super().__init__()
        seeks(self)
        self.source = ChoiceBox()
        self.add(words(f"{_TO}new.source"), self.source, "copySource")
        self.isbn = self._field(words, "isbn", ask, words(f"{_TO}new.isbn_hint"))
        self.title = self._field(words, "title", ask)
        self.author = self._field(words, "author", ask)
        self.search = button(words(f"{_TO}new.ask"), ask, picture="search", name="askSource")
        self.row(across(self.search))

    def show_sources(self, sources: tuple[RecordSource, ...], chosen: str) -> None:
        """Offer these catalogues."""
        if [source.code for source in sources] != [
            self.source.itemData(place) for place in range(self.source.count())
        ]:
            self.source.clear()
            for source in sources:
                self.source.addItem(source.target.name, source.code)
        self.source.setCurrentIndex(self.source.findData(chosen))

    def _field(self, words: Wording, name: str, ask: Callable[[], object], hint: str = "") -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(_LONGEST)
        field.setPlaceholderText(hint)
        field.returnPressed.connect(lambda: ask())
        field.textEdited.connect(lambda _: self.edited.emit())
        self.add(words(f"{_TO}new.{name}"), field, f"copy_{name}")
        return field
