"""The rows below the field while one types: people, titles and subjects, what was typed standing out."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from kiosk.catalog.folding import fold
from kiosk.catalog.search import SearchField, Suggestion
from kiosk.ui.patron.find_loading import SUGGESTED, Suggested
from kiosk.ui.patron.title_rows import SeenTitle
from kiosk.ui.patron.title_words import DOT, first_author, life_dates, spoken_name
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.words import Wording
from kiosk.words.languages import spoken_code

_ICONS = {SearchField.AUTHOR: "person", SearchField.SUBJECT: "tag", SearchField.TITLE: "book"}


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One thing to look for; `target` is a record's id for a title with a cover, else the words themselves.

    `text` and `note` carry what was typed in bold (StyledText); `plain` is for the ear.
    """

    kind: str
    target: str
    record: bool
    text: str
    plain: str
    note: str
    count: str
    kind_name: str
    icon: str
    cover: str
    square: bool
    language: str = ""


def suggestion_rows(
    suggested: Suggested, words: Wording, covers: Mapping[str, str], most: int = SUGGESTED
) -> tuple[SuggestionRow, ...]:
    """Mix them: a person or two, then titles, then subjects, at most `most` in all."""
    of_kind = {kind: [s for s in suggested.suggestions if s.kind is kind] for kind in _ICONS}
    authors = [_heading(one, suggested, words) for one in of_kind[SearchField.AUTHOR]]
    subjects = [_heading(one, suggested, words) for one in of_kind[SearchField.SUBJECT]]
    titles = [_title(one, suggested, words, covers) for one in suggested.titles]
    if not titles:
        titles = [_heading(one, suggested, words) for one in of_kind[SearchField.TITLE]]
    rows = [*authors[:2], *titles[:5], *subjects[:3]]
    spare = [*authors[2:], *titles[5:], *subjects[3:]]
    rows += spare[: max(0, most - len(rows))]
    order = {"author": 0, "title": 1, "subject": 2}
    return tuple(sorted(rows[:most], key=lambda row: order[row.kind]))


def marked(text: str, typed: str) -> str:
    """Return the text as StyledText, with each word's beginning that was typed in bold."""
    begun = [fold(word) for word in typed.split() if fold(word)]
    return " ".join(_marked_word(word, begun) for word in text.split(" "))


def _marked_word(word: str, begun: list[str]) -> str:
    lead = next((n for n, letter in enumerate(word) if letter.isalnum()), 0)
    best = 0
    for start in begun:
        # Folding may change lengths (ß, ae): the shortest beginning that has all that was typed.
        ends = (n for n in range(lead + 1, len(word) + 1) if fold(word[lead:n]).startswith(start))
        best = max(best, next(ends, 0))
    if not best:
        return escape(word)
    return f"{escape(word[:lead])}<b>{escape(word[lead:best])}</b>{escape(word[best:])}"


def _heading(one: Suggestion, suggested: Suggested, words: Wording) -> SuggestionRow:
    author = one.kind is SearchField.AUTHOR
    shown = spoken_name(one.text) if author else one.text.replace(" -- ", ": ")
    return SuggestionRow(
        kind=one.kind.value,
        target=one.text,
        record=False,
        text=marked(shown, suggested.text),
        plain=shown,
        note=life_dates(one.text) if author else "",
        count=words.count("find.titles", one.records),
        kind_name=words(f"find.kind.{one.kind.value}"),
        icon=_ICONS[one.kind],
        cover="",
        square=False,
    )


def _title(
    title: SeenTitle, suggested: Suggested, words: Wording, covers: Mapping[str, str]
) -> SuggestionRow:
    year = str(title.year) if title.year else ""
    parts = (first_author(title.authors), year, words(f"form.{title.form}"))
    return SuggestionRow(
        kind="title",
        target=title.key,
        record=True,
        text=marked(title.title, suggested.text),
        plain=title.title,
        note=marked(DOT.join(part for part in parts if part), suggested.text),
        count="",
        kind_name=words("find.kind.title"),
        icon="",
        cover=title.picture or covers.get(title.key, ""),
        square=title.form in SQUARE_FORMS,
        language=spoken_code(title.language),
    )
