"""Fields to choose a code from, shown by their names."""

from collections.abc import Iterable

from kiosk.model.library import Library
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.library_choices import BRANCHES, CATEGORIES, follows
from kiosk.words import Wording
from kiosk.words.languages import language_name


class CodeChoice(ChoiceBox):
    """A drop-down of codes by their names; a code that is no longer known stays what it was."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        for code, name in choices:
            self.addItem(name, code)

    @property
    def code(self) -> str:
        """Give the chosen code."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Show a code without telling that somebody chose it."""
        place = self.findData(code)
        if place < 0:
            self.addItem(code, code)
            place = self.count() - 1
        self.setCurrentIndex(place)


def category_choice(library: Library, words: Wording, nothing: str = "") -> CodeChoice:
    """Return a choice of categories; ``nothing`` is what stands for none."""
    known = [(one.code, words.name(one.name) or one.code) for one in library.patron_categories]
    return follows(CodeChoice([("", nothing), *known]), CATEGORIES)


def branch_choice(library: Library, words: Wording) -> CodeChoice:
    """Return a choice of branches, or none."""
    known = [(one.code, words.name(one.name) or one.code) for one in library.branches]
    return follows(CodeChoice([("", words("staff.patrons.no_branch")), *known]), BRANCHES)


def language_choice(library: Library, words: Wording) -> CodeChoice:
    """Return a choice of the library's languages, or its own."""
    known = [(one, language_name(one, words)) for one in library.languages]
    return CodeChoice([("", words("staff.patrons.library_language")), *known])


def notices_choice(words: Wording) -> CodeChoice:
    """Return how somebody is told."""
    known = [(one, words(f"staff.patrons.notices.{one}")) for one in ("email", "none")]
    return CodeChoice([("", words("staff.patrons.notices.library")), *known])
