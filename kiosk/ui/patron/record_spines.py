"""The titles beside one on the shelf, as backs of books; free of Qt."""

from dataclasses import dataclass

from kiosk.model.record import record_key
from kiosk.ui.patron.record_loading import SeenSpine
from kiosk.ui.patron.spine_labels import spine_label
from kiosk.ui.patron.title_words import spoken_name
from kiosk.ui.shared.cover_design import CoverOrder, design
from kiosk.words.languages import spoken_code

_SLIM, _TALL, _LONG = 92, 242, 12  # px; a word of so many letters wants the tallest back
_AROUND_LABEL, _LETTER = 27, 13.2  # of the label's width: what is not letters, and one letter


@dataclass(frozen=True, slots=True)
class SpineRow:
    """A book's back, as wide as its label needs; colours are those of its cover."""

    record: str
    title: str
    author: str
    call_number: str
    ground: str
    ink: str
    width: int
    height: int
    current: bool
    language: str = ""


def spine_row(one: SeenSpine, current: int) -> SpineRow:
    """Tell of one title on the shelf; `current` is the record shown."""
    painted = design(CoverOrder(one.title, spoken_name(one.author) if one.author else "", "book", 224))
    label = spine_label(one.call_number)
    long = max(map(len, one.title.split()), default=0) > _LONG
    tall = one.record_id == current or len(label) > 2 or long
    return SpineRow(
        record=record_key(one.record_id),
        title=one.title,
        author=one.author.partition(",")[0],
        call_number="\n".join(label),
        ground=painted.ground,
        ink=painted.text,
        width=max(_SLIM, _AROUND_LABEL + round(_LETTER * max(map(len, label), default=0))),
        height=_TALL if tall else 200 + 6 * (sum(map(ord, one.title)) % 7),
        current=one.record_id == current,
        language=spoken_code(one.language),
    )
