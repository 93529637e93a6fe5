"""Which indicators MARC 21 allows in the fields that are used most; others may hold any."""

from types import MappingProxyType

_DIGITS = "0123456789"
_NAME = "013"
_THESAURUS = "01234567"
_BLANK = " "

# The first and the second indicator of a tag, each with all it may be; obsolete values are allowed.
ALLOWED = MappingProxyType(
    {
        "010": (_BLANK, _BLANK),
        "020": (_BLANK, _BLANK),
        "022": (" 01", _BLANK),
        "024": ("0123478", " 01"),
        "028": ("0123456", "0123"),
        "040": (_BLANK, _BLANK),
        "041": (" 01", " 7"),
        "050": (" 01", " 04"),
        "082": (" 0127", " 04"),
        "100": (_NAME, " 01"),
        "110": ("012", " 01"),
        "111": ("012", " 01"),
        "130": (_DIGITS, _BLANK),
        "240": ("01", _DIGITS),
        "245": ("01", _DIGITS),
        "246": ("0123", " 012345678"),
        "250": (_BLANK, _BLANK),
        "260": (" 0123", " 01"),
        "264": (" 23", "01234"),
        "300": (_BLANK, _BLANK),
        "336": (_BLANK, _BLANK),
        "337": (_BLANK, _BLANK),
        "338": (_BLANK, _BLANK),
        "490": ("01", _BLANK),
        "500": (_BLANK, _BLANK),
        "504": (_BLANK, _BLANK),
        "505": ("0128", " 0"),
        "520": (" 012348", _BLANK),
        "600": (_NAME, _THESAURUS),
        "610": ("012", _THESAURUS),
        "611": ("012", _THESAURUS),
        "630": (_DIGITS, _THESAURUS),
        "650": (" 012", _THESAURUS),
        "651": (_BLANK, _THESAURUS),
        "653": (" 012", " 0123456"),
        "655": (" 0", _THESAURUS),
        "700": (_NAME, " 012"),
        "710": ("012", " 012"),
        "711": ("012", " 012"),
        "730": (_DIGITS, " 012"),
        "740": (_DIGITS, " 012"),
        "800": (_NAME, " 01234567"),
        "830": (" 0", _DIGITS),
        "856": (" 012347", " 01234 8"),
    }
)
# What the first indicator mostly is where it cannot be blank.
_MOSTLY = MappingProxyType(
    {
        "100": "1",
        "110": "2",
        "111": "2",
        "246": "1",
        "600": "1",
        "610": "2",
        "700": "1",
        "710": "2",
        "711": "2",
    }
)


def fitting_indicators(tag: str, indicators: str) -> str:
    """Return the indicators, each that the tag does not allow made blank or else what it mostly is."""
    allowed = ALLOWED.get(tag)
    if allowed is None:
        return indicators
    fitting = (
        char
        if char in may
        else _BLANK
        if _BLANK in may
        else _MOSTLY.get(tag, may[0])
        if not place
        else may[0]
        for place, (char, may) in enumerate(zip(indicators, allowed, strict=True))
    )
    return "".join(fitting)
