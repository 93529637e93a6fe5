"""Everything that is wrong with what a page or dialog shows now, each as a sentence."""

from PySide6.QtWidgets import QWidget

from tests.measured_staff import headings, keys, places, words

RULES = {
    "cut": words.cut,
    "heading": headings.cut_headings,
    "contrast": words.faint,
    "small": places.small,
    "outside": places.outside,
    "overlap": places.overlapping,
    "unreached": keys.unreached,
    "nameless": keys.nameless,
    "contested": keys.contested,
}


def faults(root: QWidget) -> list[str]:
    """Measure all that can be seen of a page or dialog."""
    return list(dict.fromkeys(f"{name}: {one}" for name, rule in RULES.items() for one in rule(root)))
