"""What of an answer goes to a phone by a code: plain text, cut at whole blocks; free of Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kiosk.model.library import Library
from kiosk.policies.answer import ArticleAnswer
from kiosk.policies.blocks import Block, Heading, Table, plain, plain_block
from kiosk.ui.patron.answer_blocks import FIGURES
from kiosk.words import Wording
from kiosk.words.reaching import ways_of, ways_to_reach

# What a code of version 25 holds at the lowest correction: 117 modules a side, 125 with the quiet around.
# The smallest that is drawn (640 units on a screen 1080 high) gives each module 5 px, 1.5 mm on a screen of
# 27 inches, which a plain phone reads from an arm's length; the low correction is enough for a code that
# shines, without dirt or folds. Most answers fit whole.
ROOM = 1273
CORRECTION = "l"
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """The text for the code; `cut` where the answer goes on, `own` where it tells of the asker."""

    text: str = ""
    cut: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class NoteEnd:
    """What every note ends with: for which day it holds, whose it is, how the library is reached."""

    lines: tuple[str, ...] = ()
    more: str = ""  # in a note that is cut

    def said(self, *, cut: bool) -> str:
        """Return the lines, with the way to the rest where something was left out."""
        return "\n".join(filter(None, (self.more if cut else "", *self.lines)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A block under its `heads` headings; `leads` announces the next, `rows` may end after each."""

    text: str
    leads: bool = False
    heads: int = 0
    rows: bool = False

    def begun(self, room: int) -> str:
        """Return the rows that fit, whole ones, none without its heading; of anything else nothing."""
        lines = self.text.split("\n") if self.rows else []
        while len(lines) > self.heads and _size("\n".join(lines)) > room:
            lines.pop()
        return "\n".join(lines) if len(lines) > self.heads else ""


def answer_note(
    answer: ArticleAnswer, library: Library, branch: str, words: Wording, room: int = ROOM
) -> AnswerNote:
    """Return the note of an answer as it is shown, in the words' language, of at most ``room`` bytes."""
    end = _end(answer, library, branch, words)
    head, parts = answer.title, tuple(_parts(answer))
    all_of_it = _GAP.join((head, *(part.text for part in parts)))
    whole = _GAP.join((all_of_it, end.said(cut=False)))
    if _size(whole) <= room:
        return AnswerNote(whole, own=answer.tells_of_asker)
    last = end.said(cut=True)
    if _size(_GAP.join((head, last))) > room:
        return AnswerNote(_shortened(all_of_it, room), True, answer.tells_of_asker)
    kept = _kept(parts, room - _size(_GAP.join((head, last))))
    return AnswerNote(_GAP.join((head, *kept, last)), True, answer.tells_of_asker)


def _kept(parts: Iterable[_Part], room: int) -> list[str]:
    """Return the parts that fit, from the first on; one that leads to what is left out goes with it."""
    kept: list[tuple[str, bool]] = []
    for part in parts:
        text = part.text if _size(_GAP + part.text) <= room else part.begun(room - _size(_GAP))
        if text:
            kept.append((text, part.leads))
            room -= _size(_GAP + text)
        if text != part.text:
            break
    while kept and kept[-1][1]:
        kept.pop()
    return [text for text, _leads in kept]


def _parts(answer: ArticleAnswer) -> Iterator[_Part]:
    lead = plain(answer.lead.runs) if answer.lead is not None else ""
    for text in (answer.figure or "", lead, "\n".join(filter(None, (one.told for one in answer.refine)))):
        if text:
            yield _Part(text)
    heads: list[str] = []
    for block in answer.blocks:
        if isinstance(block, Heading):
            heads.append(block.text)
        elif text := plain_block(_in_order(block)):
            yield _Part("\n".join((*heads, text)), _leads(block), len(heads), isinstance(block, Table))
            heads.clear()


def _in_order(block: Block) -> Block:
    """Put the row that is asked for first, as on the screen."""
    if isinstance(block, Table) and block.name in FIGURES:
        return replace(block, rows=tuple(sorted(block.rows, key=lambda row: not row.marked)))
    return block


def _leads(block: Block) -> bool:
    """Tell whether a block announces the next one: "It takes three steps:"."""
    return plain_block(block).rstrip().endswith(":")


def _end(answer: ArticleAnswer, library: Library, branch: str, words: Wording) -> NoteEnd:
    ways = tuple(ways_to_reach(library, branch).splitlines())
    web = next((one.value for one in ways_of(library, branch) if one.kind == "web"), "")
    more = words("answer.phone.more_web", web=web) if web else words("answer.phone.more")
    as_of = words("answer.as_of", day=words.dated(answer.as_of, "year"))
    return NoteEnd((as_of, words.name(library.name), *ways), f"… {more}")


def _size(text: str) -> int:
    return len(text.encode())


def _shortened(text: str, room: int) -> str:
    """Return as much of a text without end as there is room for, and never half a letter."""
    return text.encode()[: room - len("…".encode())].decode(errors="ignore") + "…"
