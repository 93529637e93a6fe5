"""Languages as people write them in tables, to the codes of MARC."""

from kiosk.catalog.folding import fold

_NAMES = {
    "ger": "de deu deutsch german niemiecki",
    "eng": "en english englisch angielski",
    "pol": "pl polish polnisch polski",
    "fre": "fr fra french franzosisch francuski",
    "spa": "es spanish spanisch hiszpanski",
    "ita": "it italian italienisch wloski",
    "rus": "ru russian russisch rosyjski",
    "ukr": "uk ukrainian ukrainisch ukrainski",
    "tur": "tr turkish turkisch turecki",
    "dut": "nl nld dutch niederlandisch niderlandzki holenderski",
    "cze": "cs ces czech tschechisch czeski",
    "slo": "sk slk slovak slowakisch slowacki",
    "por": "pt portuguese portugiesisch portugalski",
    "swe": "sv swedish schwedisch szwedzki",
    "dan": "da danish danisch dunski",
    "nor": "no nb nn nob nno norwegian norwegisch norweski",
    "fin": "fi finnish finnisch finski",
    "hun": "hu hungarian ungarisch wegierski",
    "rum": "ro ron romanian rumanisch rumunski",
    "bul": "bg bulgarian bulgarisch bulgarski",
    "hrv": "hr croatian kroatisch chorwacki",
    "srp": "sr serbian serbisch serbski",
    "gre": "el ell greek griechisch grecki",
    "lat": "la latin latein lacinski lacina",
    "ara": "ar arabic arabisch arabski",
    "heb": "he iw hebrew hebraisch hebrajski",
    "per": "fa fas persian persisch perski farsi",
    "chi": "zh zho chinese chinesisch chinski",
    "jpn": "ja japanese japanisch japonski",
    "kor": "ko korean koreanisch koreanski",
    "vie": "vi vietnamese vietnamesisch wietnamski",
    "lit": "lt lithuanian litauisch litewski",
    "lav": "lv latvian lettisch lotewski",
    "est": "et estonian estnisch estonski",
    "mul": "multiple mehrere mehrsprachig wielojezyczny",
}

LANGUAGE_CODES = tuple(_NAMES)


def language_code(text: str) -> str | None:
    """Return the MARC code for a code or name (region left out), or None for what is neither."""
    words = fold(text).split()
    if not words:
        return None
    word = words[0]
    for code, names in _NAMES.items():
        if word == code or word in names.split():
            return code
    return word if len(word) == 3 and len(text.strip()) == 3 and word.isascii() and word.isalpha() else None
