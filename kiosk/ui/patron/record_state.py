"""Everything the Record page shows, derived from what was read of the title; free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.model.decision import SayCode
from kiosk.model.library import Library
from kiosk.model.record import Description
from kiosk.paper.squares import Modules, qr_modules
from kiosk.ui.patron.qr_code import qr_path
from kiosk.ui.patron.record_copies import CopyRow, copy_row
from kiosk.ui.patron.record_loading import Record, SeenCopy
from kiosk.ui.patron.record_map import MapLabel, MapState, map_labels, map_state
from kiosk.ui.patron.record_panel import Asked, Panel, panel
from kiosk.ui.patron.record_spines import SpineRow, spine_row
from kiosk.ui.patron.title_rows import SeenTitle
from kiosk.ui.patron.title_words import DOT, first_author
from kiosk.ui.shared.cover_design import SQUARE_FORMS
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording
from kiosk.words.languages import language_name, spoken_code

_LATER = frozenset({SayCode.BACK_ON, SayCode.HOLD})


@dataclass(frozen=True, slots=True)
class MoreRow:
    """A cover that leads to another title."""

    record: str
    title: str
    author: str
    cover: str
    square: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject that leads to all titles with it."""

    heading: str
    label: str


@dataclass(frozen=True, slots=True)
class RecordInputs:
    """All that decides what is shown; `coded` while the code for the phone is."""

    record: Record | None = None
    chosen: str = ""
    coded: bool = False
    trouble: Trouble | None = None
    covers: Mapping[str, str] = field(default_factory=dict)
    big_covers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where and when it is shown, and what may be done here."""

    branch: str
    now: datetime
    functions: frozenset[str]
    library: Library
    words: Wording


@dataclass(frozen=True, slots=True)
class RecordState:
    """The page as its view model shows it, every text ready."""

    key: str = ""
    title: str = ""
    subtitle: str = ""
    author: str = ""
    author_heading: str = ""
    meta: str = ""
    summary: str = ""
    location: str = ""
    call_number: str = ""
    cover: str = ""
    square: bool = False
    panel: Panel = field(default_factory=Panel)
    copies: tuple[CopyRow, ...] = ()
    map: MapState = field(default_factory=MapState)
    labels: tuple[MapLabel, ...] = ()
    holdable: bool = False
    hold_first: bool = False
    spines: tuple[SpineRow, ...] = ()
    more_title: str = ""
    more: tuple[MoreRow, ...] = ()
    like: tuple[MoreRow, ...] = ()
    subjects: tuple[SubjectRow, ...] = ()
    qr: str = ""
    qr_size: int = 0
    trouble: str = ""
    language: str = ""


def record_state(inputs: RecordInputs, around: Surroundings) -> RecordState:
    """Derive the page."""
    words, record = around.words, inputs.record
    if record is None:
        return RecordState(trouble=inputs.trouble.said(words) if inputs.trouble else "")
    description, say = record.shown.record.description, record.shown.say
    chosen = chosen_copy(record, inputs.chosen)
    modules: Modules = qr_modules(note_of(record, around)) if inputs.coded else ()
    item = chosen.shown.copy.item if chosen else None
    return RecordState(
        key=record.seen.key,
        title=description.title,
        subtitle=description.subtitle or "",
        author=first_author(description.authors),
        author_heading=next(iter(description.authors), ""),
        meta=_meta(description, words),
        summary=description.summary or "",
        location=(item.location if item else None) or words(f"form.{description.form}"),
        call_number=(item.call_number if item else None) or record.shown.listed.call_number or "",
        cover=record.seen.picture or inputs.big_covers.get(record.seen.key, ""),
        square=description.form in SQUARE_FORMS,
        panel=panel(_asked(record, around), around.library, words),
        copies=tuple(copy_row(copy, copy is chosen, around.library, words) for copy in record.copies),
        map=map_state(chosen.floor, chosen.shelf, words)
        if chosen and chosen.floor and chosen.shelf
        else MapState(),
        labels=map_labels(chosen.floor, words) if chosen and chosen.floor else (),
        holdable="holds" in around.functions and bool(record.copies),
        hold_first=say.code in _LATER,
        spines=tuple(spine_row(one, record.shown.record.id) for one in record.spines),
        more_title=words("record.more_by", author=first_author(description.authors)) if record.more else "",
        more=_covers(record.more, inputs.covers),
        like=_covers(record.like, inputs.covers),
        subjects=tuple(SubjectRow(one, one.replace(" -- ", ": ")) for one in description.subjects),
        qr=qr_path(modules),
        qr_size=len(modules),
        language=spoken_code(description.language),
    )


def chosen_copy(record: Record, barcode: str) -> SeenCopy | None:
    """Return the copy chosen; of itself the first one that has a place on the map, else the first."""
    for copy in record.copies:
        if copy.shown.copy.item.barcode == barcode:
            return copy
    there = (copy for copy in record.copies if copy.floor is not None)
    return next(there, next(iter(record.copies), None))


def note_of(record: Record, around: Surroundings) -> str:
    """Return what one takes along in a code: title, author, call number and place, line by line."""
    description = record.shown.record.description
    chosen = chosen_copy(record, "")
    row = copy_row(chosen, True, around.library, around.words) if chosen else None
    lines = [description.title, first_author(description.authors)]
    if row is not None:
        lines += [row.call_number, row.place, row.shelf]
    lines.append(around.words.name(around.library.name))
    return "\n".join(line for line in lines if line)


def _covers(titles: Iterable[SeenTitle], painted: Mapping[str, str]) -> tuple[MoreRow, ...]:
    return tuple(
        MoreRow(
            one.key,
            one.title,
            first_author(one.authors),
            one.picture or painted.get(one.key, ""),
            one.form in SQUARE_FORMS,
            spoken_code(one.language),
        )
        for one in titles
    )


def _asked(record: Record, around: Surroundings) -> Asked:
    shown = record.shown
    return Asked(
        shown.say,
        shown.record.description.form,
        shown.listed.items,
        shown.listed.available,
        around.branch,
        around.now,
    )


def _meta(description: Description, words: Wording) -> str:
    year = str(description.year) if description.year else ""
    made = ", ".join(part for part in (description.publisher or "", year) if part)
    parts = (
        words(f"form.{description.form}"),
        made,
        description.extent or "",
        language_name(description.language, words),
    )
    return DOT.join(part for part in parts if part)
