"""Writes what goes on a paper roll as plain text, for an e-mail."""

from kiosk.paper.roll import Roll, RollCode, RollPart, RollText
from kiosk.words.direction import without_marks


def roll_text(roll: Roll) -> str:
    """Return the roll's lines; of codes for machines only the numbers stay."""
    return "\n".join(map(_line, roll.parts)).strip() + "\n"


def _line(part: RollPart) -> str:
    match part:
        case RollText():
            text, right = (" ".join(without_marks(words).split()) for words in (part.text, part.right))
            return " " * part.indent + (f"{text}: {right}" if text and right else text or right)
        case RollCode():
            return part.bars.text
        case _:
            return ""
