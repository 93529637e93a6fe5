"""The languages to choose from, by their names in the language of whoever reads; free of Qt."""

from kiosk.catalog.tables.languages import LANGUAGE_CODES
from kiosk.words import Wording
from kiosk.words.languages import language_name


def language_choices(words: Wording) -> list[tuple[str, str]]:
    """Return codes and names in the order of the names, behind the choice of none."""
    named = sorted(
        ((code, _named(code, words)) for code in LANGUAGE_CODES), key=lambda pair: pair[1].casefold()
    )
    return [("", words("staff.records.language.none")), *named]


def _named(code: str, words: Wording) -> str:
    name = language_name(code, words) or code
    return name[:1].upper() + name[1:]
