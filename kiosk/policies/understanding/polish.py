"""Stems of Polish words that were typed without their marks, as hurried people type them."""

_SHORTEST_STEM = 3
_VERBS = """
ilismy alismy elismy ylismy iliscie aliscie yliscie ilem ilam alem alam elam ylem ylam ales alas iles ilas
owania owanie owaniu owaniem ywania ywanie iwania iwanie ania anie aniu aniem enia enie eniu eniem ecia ecie
owac ywac iwac uje ujesz ujemy ujecie uja owal owala owali ac ec ic yc am asz amy acie aja esz emy ecie
isz imy icie ysz ymy ycie al ala alo ali aly il ila ilo ili ily yl yla yli el ela eli ely nal nela
iony iona ione ionych ony ona one onych onego onej any ana ane anych anego anej
"""
_NOUNS = """
ego emu ymi imi ych ich ym im ej iej owie ami iami ach iach om iom em iem ow iow ie ia ii iu io a e i o u y
"""
_ENDINGS = frozenset((*_VERBS.split(), *_NOUNS.split()))
_LONGEST_ENDING = max(map(len, _ENDINGS))
# Sounds that change before an ending, taken back to one of the pair.
_LAST_SOUNDS = (("sci", "st"), ("szcz", "st"), ("cz", "k"), ("dz", "d"), ("rz", "r"), ("zc", "z"))


def polish_stems(word: str) -> tuple[str, ...]:
    """Return the stems that a folded word may have, the likeliest first."""
    if len(word) <= _SHORTEST_STEM:
        return (word,)
    stem = _without_ending(word)
    found = [stem]
    if stem.endswith("c") and not stem.endswith("zc"):
        found += [f"{stem[:-1]}k", f"{stem[:-1]}t"]
    for sound, before in _LAST_SOUNDS:
        if stem.endswith(sound):
            found.append(stem[: -len(sound)] + before)
    return tuple(dict.fromkeys(_without_fleeting_e(one) for one in found))


def _without_ending(word: str) -> str:
    """Take the longest ending off that leaves a stem."""
    for end in range(max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING), len(word)):
        if word[end:] in _ENDINGS:
            return word[:end]
    return word


def _without_fleeting_e(stem: str) -> str:
    """Take back the e that Polish puts between the last two consonants: książek, książka."""
    if len(stem) > 4 and stem[-2] == "e" and stem[-1] in "klnrc" and stem[-3] not in "aeiouy":
        return stem[:-2] + stem[-1]
    return stem
