"""What was typed of a new title, and what of it can be understood; free of Qt."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from kiosk.catalog.description.identifiers import isbn13, looks_like_isbn
from kiosk.catalog.tables.languages import language_code
from kiosk.staff.intake.new_titles import NewTitle

_LATEST = 2099


@dataclass(frozen=True, slots=True)
class TitleTyped:
    """The form as it stands, texts as they were typed."""

    template: str = ""
    title: str = ""
    author: str = ""
    isbn: str = ""
    year: str = ""
    publisher: str = ""
    language: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing was typed; a template alone is no loss."""
        return not any(asdict(self)[one.name].strip() for one in fields(self) if one.name != "template")


def typed_of(values: object) -> TitleTyped:
    """Return the form that a draft tells of, as far as it is understood."""
    if not isinstance(values, Mapping):
        return TitleTyped()
    return TitleTyped(**{one.name: str(values.get(one.name, "")) for one in fields(TitleTyped)})


def isbn_doubtful(typed: TitleTyped) -> bool:
    """Tell whether a whole ISBN was meant, and its check digit is wrong."""
    digits = sum(char.isdigit() or char in "Xx" for char in typed.isbn)
    return digits in (10, 13) and looks_like_isbn(typed.isbn) and isbn13(typed.isbn) is None


def year_known(typed: TitleTyped) -> bool:
    """Tell whether the year is one, or none was given."""
    bare = typed.year.strip()
    return not bare or (bare.isascii() and bare.isdecimal() and len(bare) <= 4 and 1 <= int(bare) <= _LATEST)


def language_known(typed: TitleTyped) -> bool:
    """Tell whether the language is known by its code or name, or none was given."""
    return not typed.language.strip() or language_code(typed.language) is not None


def title_of(typed: TitleTyped) -> NewTitle:
    """Return the new title; what is not known is left out."""
    year = typed.year.strip()
    return NewTitle(
        title=typed.title.strip(),
        author=typed.author.strip(),
        isbn=typed.isbn.strip(),
        year=int(year) if year and year_known(typed) else None,
        language=language_code(typed.language) if typed.language.strip() else None,
        publisher=typed.publisher.strip(),
    )
