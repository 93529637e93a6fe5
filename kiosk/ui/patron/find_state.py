"""Everything the Find page shows, derived from what was typed, filtered and found; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.catalog.search import SearchField
from kiosk.model.library import Library
from kiosk.ui.patron.find_facets import (
    FilterChip,
    Labels,
    YearBar,
    chips,
    extras,
    told,
    year_bars,
    year_ends,
)
from kiosk.ui.patron.find_loading import Found, Suggested
from kiosk.ui.patron.find_question import FIELDS, SORTS, FilterKind, Question
from kiosk.ui.patron.find_suggestions import SuggestionRow, suggestion_rows
from kiosk.ui.patron.title_rows import TitleRow
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording

FORMS_ON_PAGE = 6
LANGUAGES_ON_PAGE = 4
FORMS_WHILE_TYPING = 4
LANGUAGES_WHILE_TYPING = 2
ON_SHEET = 24


class FindMode(StrEnum):
    """What the page shows: ways to begin, suggestions while typing, or results."""

    START = "start"
    TYPING = "typing"
    RESULTS = "results"


@dataclass(frozen=True, slots=True)
class FindInputs:
    """All that decides what is shown: `rows` are those read so far, `turn` counts the searches shown.

    `counted` is what was last suggested with counts: those stay until the next are there.
    """

    mode: FindMode = FindMode.START
    question: Question = field(default_factory=Question)
    suggested: Suggested | None = None
    counted: Suggested | None = None
    found: Found | None = None
    trouble: Trouble | None = None
    slow: bool = False
    turn: int = 0
    rows: tuple[TitleRow, ...] = ()
    more: bool = False
    small_covers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindState:
    """The page as its view model shows it, every text ready."""

    mode: str = FindMode.START
    text: str = ""
    where: int = 0
    sort: int = 0
    suggestions: tuple[SuggestionRow, ...] = ()
    offered: str = ""
    answered: str = ""
    show_all: str = ""
    rows: tuple[TitleRow, ...] = ()
    headline: str = ""
    remark: str = ""
    did_you_mean: str = ""
    relaxed: str = ""
    notice: str = ""
    available: tuple[FilterChip, ...] = ()
    forms: tuple[FilterChip, ...] = ()
    languages: tuple[FilterChip, ...] = ()
    extras: tuple[FilterChip, ...] = ()
    sheet: Mapping[str, tuple[FilterChip, ...]] = field(default_factory=dict)
    bars: tuple[YearBar, ...] = ()
    first_year: str = ""
    last_year: str = ""
    filtered: bool = False
    nothing: str = ""
    more: bool = False
    slow: bool = False
    trouble: str = ""
    turn: int = 0


def find_state(inputs: FindInputs, library: Library, words: Wording, this_year: int) -> FindState:
    """Derive the page."""
    question = inputs.question
    state = FindState(
        mode=inputs.mode,
        text=question.text,
        where=FIELDS.index(question.where) if question.where in FIELDS else 0,
        sort=SORTS.index(question.sort),
        filtered=bool(question.filters),
        trouble=inputs.trouble.said(words) if inputs.trouble else "",
        slow=inputs.slow,
        turn=inputs.turn,
        rows=inputs.rows,
    )
    if inputs.mode is FindMode.TYPING:
        return _typing(state, inputs, Labels(library, words))
    if inputs.mode is FindMode.RESULTS and inputs.found is not None:
        return _results(state, inputs, inputs.found, Labels(library, words), this_year)
    return state


def _typing(state: FindState, inputs: FindInputs, labels: Labels) -> FindState:
    suggested, words = inputs.suggested, labels.words
    if suggested is None or not state.text.strip():
        return state
    counted = suggested if suggested.total is not None else inputs.counted or suggested
    show_all = ""
    if counted.total:
        show_all = words.count("find.show_all", counted.total, text=counted.text.strip())
    found = Found(inputs.question, counted.total or 0, (), facets=counted.facets)
    return replace(
        state,
        available=chips(found, FilterKind.AVAILABLE, labels),
        forms=chips(found, FilterKind.FORM, labels, FORMS_WHILE_TYPING),
        languages=chips(found, FilterKind.LANGUAGE, labels, LANGUAGES_WHILE_TYPING),
        suggestions=suggestion_rows(suggested, words, inputs.small_covers),
        offered=suggested.text,
        answered=counted.text,
        show_all=show_all,
        nothing=words("find.no_suggestion", text=suggested.text.strip())
        if not suggested.suggestions and suggested.total == 0
        else "",
    )


def _results(state: FindState, inputs: FindInputs, found: Found, labels: Labels, this_year: int) -> FindState:
    words = labels.words
    bars = year_bars(found)
    first, last = year_ends(bars, this_year)
    return replace(
        state,
        headline=words.count("find.titles", found.total) if found.total else "",
        remark=_remark(found, labels),
        did_you_mean=found.did_you_mean or "",
        relaxed=" ".join(words(step) for step in found.relaxed),
        notice=words("find.database_away") if found.database_away else "",
        available=chips(found, FilterKind.AVAILABLE, labels),
        forms=chips(found, FilterKind.FORM, labels, FORMS_ON_PAGE),
        languages=chips(found, FilterKind.LANGUAGE, labels, LANGUAGES_ON_PAGE),
        extras=extras(found, labels),
        sheet={kind.value: chips(found, kind, labels, ON_SHEET) for kind in FilterKind},
        bars=bars,
        first_year=first,
        last_year=last,
        nothing="" if found.total else _nothing(found, words),
        more=inputs.more,
    )


def _remark(found: Found, labels: Labels) -> str:
    """Say of what the titles are: "in English, of 84 for “climate”"."""
    words, question = labels.words, found.question
    quoted = words("find.quoted", text=question.text.strip()) if question.text.strip() else ""
    if not question.filters or found.relaxed:
        return (
            words("find.for", text=quoted) if quoted else words("find.of_all") if not question.filters else ""
        )
    which = told(question.filters, labels)
    if quoted:
        return words("find.of_for", which=which, total=found.unfiltered, text=quoted)
    return which


def _nothing(found: Found, words: Wording) -> str:
    text = found.question.text.strip()
    if not text:
        return words("find.nothing.filters")
    where = found.question.where
    if where is SearchField.ANY:
        return words("find.nothing", text=text)
    return words("find.nothing.field", text=text, field=words(f"find.field.{where.value}"))
