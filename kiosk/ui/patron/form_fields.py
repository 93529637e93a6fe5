"""One field of a form as a page shows it: what it is called, what stands in it, and what is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormField:
    """All texts ready; ``kind`` is text, digits or pin, and ``error`` is empty for nothing wrong.

    ``brief`` fields stand beside one another.
    """

    name: str
    label: str
    text: str = ""
    hint: str = ""
    error: str = ""
    kind: str = "text"
    longest: int = 200
    brief: bool = False
