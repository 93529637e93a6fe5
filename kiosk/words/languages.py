"""Names languages by their MARC codes in the language of whoever reads."""

from babel import Locale

from kiosk.words.wording import Wording

# MARC (ISO 639-2/B) code to the code that names it; a code of its own three letters is tried as it is.
_SHORT = {
    "alb": "sq", "ara": "ar", "arm": "hy", "bel": "be", "bos": "bs", "bul": "bg", "cat": "ca", "chi": "zh",
    "cze": "cs", "dan": "da", "dut": "nl", "eng": "en", "est": "et", "fin": "fi", "fre": "fr", "geo": "ka",
    "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "ita": "it",
    "jpn": "ja", "kor": "ko", "kur": "ku", "lat": "la", "lav": "lv", "lit": "lt", "mac": "mk", "mul": "mul",
    "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "slo": "sk", "slv": "sl",
    "spa": "es", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi", "yid": "yi",
}  # fmt: skip
# A work in several has none of them for its title.
_SEVERAL = "mul"
_NONE = frozenset({"", "und", "zxx", "|||", "   "})


def spoken_code(code: str | None) -> str:
    """Return the two letters of a language by its MARC code, as voices know it; empty for none to tell."""
    short = _SHORT.get(code or "", "")
    return short if short != _SEVERAL else ""


def language_name(code: str | None, words: Wording) -> str:
    """Return the language's name, empty where there is none to tell, the code where nobody knows it."""
    if code is None or code in _NONE:
        return ""
    names = Locale.parse(words.language).languages
    name = names.get(_SHORT.get(code, code))
    return str(name) if name else code
