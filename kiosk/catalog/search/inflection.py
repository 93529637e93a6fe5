"""Forms of one word that no stemmer brings together: irregular plurals, Polish stems that change."""

import re
from collections.abc import Iterator

from kiosk.catalog.folding import fold

# Each group is one word, folded; all its forms share the first.
_GROUPS = {
    "english": (
        "man men;child children;mouse mice;goose geese;foot feet;tooth teeth;louse lice;ox oxen;"
        "person people;bus buses;run ran running runs"
    ),
    "german": (
        "museum museen;thema themen themata;drama dramen;studium studien;atlas atlanten;globus globen;"
        "lexikon lexika;album alben;kaktus kakteen;virus viren;zentrum zentren;gymnasium gymnasien;"
        "medium medien;datum daten;konto konten;firma firmen;mythos mythen;epos epen;praxis praxen;"
        "risiko risiken;villa villen;bus busse bussen;prozess prozesse prozesses prozessen"
    ),
    "polish": (
        "pies psy psa psow psem psom psach psie;sen sny snu snow snem snach;gra gry gier grze gre grom grach;"
        "dzien dni dnia dniu dniem dniach;dziecko dzieci dziecka dzieciom dziecku dziecmi dzieciach;"
        "czlowiek ludzie ludzi czlowieka ludziom ludzmi czlowieku;rok lata roku lat latach;"
        "ojciec ojca ojcowie ojcow ojcu ojcem;brat bracia braci brata bratem;ksiaze ksiecia ksiazeta ksieciu;"
        "imie imiona imion imienia imieniu;zwierze zwierzeta zwierzat zwierzecia zwierzetach;"
        "krew krwi krwia;maz meza mezowie mezow mezem;reka rece rak reki reke rekach;oko oczy oczu oka;"
        "ucho uszy uszu ucha;wies wsi wsie wsia wsiach;ksiadz ksieza ksiedza ksiezy;"
        "tydzien tygodnie tygodni tygodnia;las lesie lasy lasow lasu lasach;"
        "przyjaciel przyjaciele przyjaciol przyjaciela;mieso miesa;dom domu domy domow;kot kocie koty kotow"
    ),
}
_ENGLISH_VES = re.compile(r"(?:i|l|ea|oa|ie|ar|al)ves")
_POLISH_ENDING = re.compile(
    r"(?:owie|iach|iami|iego|iemu|iom|iow|iej|ich|imi|ami|ach|ego|emu|ych|ymi|owi"
    r"|om|ow|em|ej|ym|im|ii|ie|ia|iu|io|a|e|i|y|o|u)$"
)
_FLEETING = re.compile(r"(?<=[bcdfghjklmnprstwz])i?e(?=[bcdfghjklmnprstwz]$)")
_SOFT_VOWEL = re.compile(r"i[ao](?=[^aeiouy]+$)")
_SHORTEST = 3


def _first_forms(groups: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in groups.split(";"):
        first, *others = group.split()
        for form in (first, *others):
            found[form] = (*found.get(form, ()), first)
    return found


_FIRST_FORMS = {language: _first_forms(groups) for language, groups in _GROUPS.items()}


def changed_stems(language: str, plain: str, shown: str) -> Iterator[str]:
    """Yield what a folded word comes down to in a language; ``shown`` has its diacritics."""
    first = _FIRST_FORMS[language].get(plain)
    if first is not None:
        yield from first
    if language == "english":
        yield from _english(plain)
    elif language == "german":
        if plain.endswith("innen"):
            yield plain[:-3]
    else:
        nasal = fold(shown.replace("ą", "ę")).replace(" ", "") if "ą" in shown else plain
        yield from (stem for stem in _polish(nasal) if len(stem) >= _SHORTEST)


def _english(plain: str) -> Iterator[str]:
    if plain.endswith("men") and len(plain) > _SHORTEST:
        yield f"{plain[:-2]}an"
    if plain.endswith("ves") and _ENGLISH_VES.search(plain, max(0, len(plain) - 5)):
        yield f"{plain[:-3]}f"
        yield f"{plain[:-3]}fe"


def _polish(word: str) -> Iterator[str]:
    """Yield the hard stem of a Polish word: ręce, ręka; mieście, miasto; wojen, wojna."""
    ending = _POLISH_ENDING.search(word)
    if ending is None or ending.start() < _SHORTEST:
        yield _SOFT_VOWEL.sub("ie", _FLEETING.sub("", word))
        if ending is None:
            yield _hard(_SOFT_VOWEL.sub("ie", word), "")
        return
    stem = word[: ending.start()]
    yield _SOFT_VOWEL.sub("ie", stem)
    yield _hard(_SOFT_VOWEL.sub("ie", stem), ending[0])


def _hard(stem: str, ending: str) -> str:
    """Undo the softening of a last consonant before an ending."""
    if stem.endswith("rz"):
        return stem[:-1]
    soft = ending == "ie"
    if stem.endswith("sc") and soft:
        return f"{stem[:-2]}st"
    if stem.endswith("dz"):
        return f"{stem[:-2]}d" if soft else f"{stem[:-2]}g"
    if stem.endswith("c") and ending in ("ie", "e"):
        return f"{stem[:-1]}t" if soft else f"{stem[:-1]}k"
    return stem
