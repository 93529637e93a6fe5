"""Year, language and audience from coded data, and from texts where the codes say nothing."""

import re

from kiosk.catalog.description.fields import Fields
from kiosk.model.record import Audience

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_NO_LANGUAGE = frozenset({"und", "   ", "|||", "xxx", "n/a", "unk"})
# ISO 639-2/T and discontinued codes, to the codes of MARC.
_LANGUAGES = {
    "deu": "ger",
    "fra": "fre",
    "nld": "dut",
    "ces": "cze",
    "slk": "slo",
    "zho": "chi",
    "ell": "gre",
    "fas": "per",
    "hye": "arm",
    "kat": "geo",
    "ron": "rum",
    "isl": "ice",
    "mkd": "mac",
    "msa": "may",
    "mya": "bur",
    "sqi": "alb",
    "eus": "baq",
    "cym": "wel",
    "bod": "tib",
    "mri": "mao",
    "scc": "srp",
    "scr": "hrv",
    "mol": "rum",
    "fri": "fry",
    "gae": "gla",
    "iri": "gle",
    "esp": "epo",
    "eth": "gez",
    "gua": "grn",
    "int": "ina",
    "lap": "smi",
    "tag": "tgl",
    "tar": "tat",
    "mla": "mlg",
}
# The end of an 008 whose blanks were squeezed out somewhere on its way.
_SQUEEZED_LANGUAGE = re.compile(r"([a-z]{3}) {0,2}[ a-z|]?$")
_AGE = re.compile(r"(?<![\d.])(\d{1,2})(?![\d.])")
_AUDIENCES = {
    **dict.fromkeys("abcj", Audience.CHILDREN),
    "d": Audience.YOUTH,
    **dict.fromkeys("ef", Audience.ADULT),
}
_NAMED = {audience.value: audience for audience in Audience}
# Only these types of material have a target audience in 008/22.
_WITH_AUDIENCE = "acdgijkmort"
_CHILD_AGE = 12
_ADULT_AGE = 18


def year_of(coded: str, fields: Fields) -> int | None:
    """Return the year of publication: the first date of 008, else what 264 or 260 says."""
    found = coded[7:11]
    if found.isdecimal() and found.isascii() and 100 <= int(found) <= 2099 and coded[6:7] not in "bn":
        return int(found)
    for tag in ("264", "260"):
        for field in fields.get(tag, ()):
            year = _YEAR.search(" ".join(field.every("c")))
            if year is not None:
                return int(year[1])
    return None


def language_of(coded: str, fields: Fields) -> str | None:
    """Return the MARC code of the language, or None."""
    found = coded[35:38].casefold() if len(coded) >= 38 else ""
    if not found and coded:
        squeezed = _SQUEEZED_LANGUAGE.search(coded)
        found = squeezed[1] if squeezed is not None else ""
    if _is_language(found):
        return _LANGUAGES.get(found, found)
    for field in fields.get("041", ()):
        # Older records write several codes into one subfield without a gap.
        found = field.first("a").strip()[:3].casefold()
        if _is_language(found):
            return _LANGUAGES.get(found, found)
    return None


def _is_language(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isalpha() and code not in _NO_LANGUAGE


def audience_of(leader: str, coded: str, fields: Fields) -> Audience | None:
    """Return for whom it is meant, or None where nothing says so."""
    if leader[6] in _WITH_AUDIENCE and leader[7] not in "sib" and len(coded) >= 38:
        found = _AUDIENCES.get(coded[22])
        if found is not None:
            return found
    for field in fields.get("521", ()):
        if field.first("a") in _NAMED:
            return _NAMED[field.first("a")]
        age = _AGE.search(field.first("a"))
        if age is not None and field.indicators[0] == "1":
            return _by_age(int(age[1]))
    for tag in ("650", "655", "600", "651"):
        for field in fields.get(tag, ()):
            found = _by_heading(field.indicators[1], " ".join(field.every("av")).casefold())
            if found is not None:
                return found
    return None


def _by_age(age: int) -> Audience:
    if age < _CHILD_AGE:
        return Audience.CHILDREN
    return Audience.YOUTH if age < _ADULT_AGE else Audience.ADULT


def _by_heading(thesaurus: str, heading: str) -> Audience | None:
    if "young adult" in heading or "jugendbuch" in heading:
        return Audience.YOUTH
    if thesaurus == "1" or "juvenile" in heading or "kinderbuch" in heading:
        return Audience.CHILDREN
    return None
