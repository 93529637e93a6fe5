"""How the fields of the form that are lines of text are written and taken apart again."""

import re

from kiosk.staff.records.lines import Line, Mark, Stops

_BY_COLON = Mark(re.compile(r"\s:\s"), "b", " :")
_DATE = r"[\[(]?(?:c|p|©|℗|ca\.? |cop\.? )?\d{2,4}\b"
_LIFE = r"(?:\d{3,4}\??\s?[-–]|(?:b|geb|ur|d|gest|zm)\.\s|active\s|approximately\s|-\d{3,4})"

TITLE = Line(
    "abnp",
    (("b", " : "), ("n", ". "), ("p", ". ")),
    (_BY_COLON, Mark(re.compile(r"\s=\s"), "b", " =")),
    dependent="68h",
    stops=Stops.EACH,
)
RESPONSIBILITY = Line("c", dependent="", opening=" /", stops=Stops.LAST)
EDITION = Line("ab", (("b", " / "),), (Mark(re.compile(r"\s/\s"), "b", " /"),))
PUBLISHED = Line(
    "abc",
    (("a", " ; "), ("b", " : "), ("c", ", ")),
    (
        _BY_COLON,
        Mark(re.compile(r"\s;\s"), "a", " ;"),
        Mark(re.compile(rf",\s(?={_DATE}[^,:;]*$)"), "c", ","),
    ),
    ((re.compile(rf"{_DATE}[^,:;]*$"), "c"),),
    stops=Stops.LAST,
)
EXTENT = Line(
    "abce",
    (("a", " ; "), ("b", " : "), ("c", " ; "), ("e", " + ")),
    (_BY_COLON, Mark(re.compile(r"\s;\s"), "c", " ;"), Mark(re.compile(r"\s\+\s"), "e", " +")),
)
NAME = Line(
    "abcqd",
    (("d", ", "),),
    (Mark(re.compile(rf",\s(?={_LIFE})"), "d", ","),),
    dependent="e4iu01234568",
    stops=Stops.EACH,
)
SERIES = Line(
    "av", (("a", ", "), ("v", " ; ")), (Mark(re.compile(r"\s;\s"), "v", " ;"),), dependent="01234568x"
)
NOTE = Line("a", dependent="01235678")
SUMMARY = Line("a", dependent="01235678")
CALL_NUMBER = Line("ab", dependent="02368")
