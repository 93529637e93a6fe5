"""Fits the numbers by which questions are understood, prints what each limit would do, and writes them.

Looked at are the questions marked "tune" and, for each language, a share of the examples that come with
the program, each asked where it is left out. The questions marked "report" are never read here.
Run it as ``python -m scripts.fit_bands --write`` after examples, speech or articles have changed.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.article import Article
from kiosk.policies.answer import Band
from kiosk.policies.folders import read_folder
from kiosk.policies.understanding import fitted
from kiosk.policies.understanding.asked_before import ELSEWHERE, asked_before
from kiosk.policies.understanding.evidence import Evidence, evidence_of
from kiosk.policies.understanding.heard import AskedBefore
from kiosk.policies.understanding.language_index import LanguageIndex
from kiosk.policies.understanding.language_words import LanguageWords
from kiosk.policies.understanding.letters import folded_words
from kiosk.policies.understanding.weighing import chance, meeting, weigh
from scripts.newton import Choice, fit_chance, fit_choices

_ROOT = Path(__file__).parents[1]
_LANGUAGES = ("en", "de", "pl")
_FIFTHS = 5
_LEFT_OUT = (0, 2)
_TUNE_WEIGHT = 3.0  # as patrons type; examples were made to be unlike each other, and are harder left out
_LIMITS = [n / 100 for n in range(30, 96)]
# Kept in a good distance of what is promised for questions of others: 4 % wrong, 5 % out of scope.
_WRONG, _OUT_OF_SCOPE = 0.02, 0.03
_WRONG_LEFT_OUT, _OUT_OF_SCOPE_LEFT_OUT = 0.04, 0.06
_LOST, _LOST_LEFT_OUT = 0.005, 0.02


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of known meaning, with the evidence on it; ``right`` is empty out of scope."""

    right: frozenset[str]
    evidence: Evidence
    left_out: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """What goes into fitted.py."""

    meets: tuple[float, ...]
    sure: tuple[float, ...]
    sense: tuple[float, ...]
    answer: float
    choose: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A question weighed: whether first, and any of three, is right; its chances."""

    asked: Asked
    first: bool
    among_three: bool
    bearing: tuple[float, ...]
    bearing_on_any: tuple[float, ...]


def gathered(articles: Sequence[Article]) -> list[Asked]:
    """Return all questions that are looked at, with their evidence."""
    return [asked for language in _LANGUAGES for asked in _gathered(language, articles)]


def fit(all_asked: Sequence[Asked]) -> Fitted:
    """Return the numbers fitted to questions."""
    meets = _rounded(fit_choices(list(_choices(all_asked))))
    judged = judge(all_asked, meets)
    weights = [_weight(one.asked) for one in judged]
    sure = _rounded(fit_chance([one.bearing for one in judged], [one.first for one in judged], weights))
    sense = _rounded(
        fit_chance([one.bearing_on_any for one in judged], [bool(one.asked.right) for one in judged], weights)
    )
    return Fitted(meets, sure, sense, _answer_limit(judged, sure), _choose_limit(judged, sense, sure))


def judge(all_asked: Iterable[Asked], meets: Sequence[float]) -> list[Judged]:
    """Weigh the questions; those without any likely article have no chances to speak of."""
    judged = []
    for asked in all_asked:
        weighed = weigh(asked.evidence, meets)
        if weighed is not None:
            keys = [one.key for one, _share in weighed.shares[:3]]
            among = any(key in asked.right for key in keys)
            judged.append(
                Judged(asked, keys[0] in asked.right, among, weighed.bearing, weighed.bearing_on_any)
            )
    return judged


def bands(all_asked: Iterable[Asked], by: Fitted) -> list[Band]:
    """Return the band that each question has by numbers."""
    found = []
    for one in judge(all_asked, by.meets):
        sure = chance(one.bearing, by.sure)
        some = max(sure, chance(one.bearing_on_any, by.sense)) >= by.choose
        found.append(Band.ANSWER if sure >= by.answer else Band.CHOOSE if some else Band.NONE)
    return found


def written() -> Fitted:
    """Return the numbers as fitted.py has them."""
    return Fitted(fitted.MEETS, fitted.SURE, fitted.SENSE, fitted.ANSWER, fitted.CHOOSE)


def main() -> int:
    """Fit, print the curves, and write or compare."""
    all_asked = gathered(read_folder(_ROOT / "data" / "policies"))
    found = fit(all_asked)
    judged = judge(all_asked, found.meets)
    for name, left_out in (("tune", False), ("left-out examples", True)):
        _print_curves(name, [one for one in judged if one.asked.left_out == left_out], found)
    print(_text(found))
    if "--write" in sys.argv:
        Path(fitted.__file__).write_text(_text(found), encoding="utf-8")
    return 0


def _gathered(language: str, articles: Sequence[Article]) -> Iterator[Asked]:
    own = [article for article in articles if article.language == language]
    examples = asked_before(language)
    tune = list(_tune(language))
    told = {_words(question, language) for question, _right in tune}
    unlike = {
        key: [text for text in texts if _words(text, language) not in told] for key, texts in examples.items()
    }
    words = LanguageWords(language, own)
    base = LanguageIndex(words, examples=AskedBefore(language, unlike))
    for question, right in tune:
        yield Asked(right, evidence_of(base, question), left_out=False)
    for fifth in _LEFT_OUT:
        kept = {
            key: [text for n, text in enumerate(texts) if n % _FIFTHS != fifth]
            for key, texts in examples.items()
        }
        index = LanguageIndex(words, base, AskedBefore(language, kept))
        for key, texts in examples.items():
            right = frozenset() if key == ELSEWHERE else frozenset({key})
            for question in texts[fifth::_FIFTHS]:
                yield Asked(right, evidence_of(index, question), left_out=True)


def _tune(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    with (_ROOT / "tests" / "policies" / f"questions-{language}.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["part"] == "tune":
                yield row["question"], frozenset(row["articles"].split())


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(folded_words(text, language))


def _choices(all_asked: Iterable[Asked]) -> Iterator[Choice]:
    for asked in all_asked:
        right = [one.key in asked.right for one in asked.evidence.likely]
        if any(right):
            yield Choice([meeting(one) for one in asked.evidence.likely], right, _weight(asked))


def _weight(asked: Asked) -> float:
    return 1.0 if asked.left_out else _TUNE_WEIGHT


def _rounded(numbers: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(number, 2) for number in numbers)


def _answer_limit(judged: Sequence[Judged], sure: Sequence[float]) -> float:
    """Return the lowest limit that keeps wrong answers as few as they may be."""
    tune = [one for one in judged if not one.asked.left_out]
    left_out = [one for one in judged if one.asked.left_out]
    for limit in _LIMITS:
        _, wrong, out = answered(tune, sure, limit)
        _, wrong_left, out_left = answered(left_out, sure, limit)
        if (
            wrong <= _WRONG
            and out <= _OUT_OF_SCOPE
            and wrong_left <= _WRONG_LEFT_OUT
            and out_left <= _OUT_OF_SCOPE_LEFT_OUT
        ):
            return limit
    raise SystemExit("No limit keeps wrong answers as few as they may be.")


def _choose_limit(judged: Sequence[Judged], sense: Sequence[float], sure: Sequence[float]) -> float:
    """Return the highest limit that hides hardly any right article."""
    tune = [one for one in judged if not one.asked.left_out]
    left_out = [one for one in judged if one.asked.left_out]
    return max(
        limit
        for limit in _LIMITS
        if chosen(tune, sense, sure, limit)[0] <= _LOST
        and chosen(left_out, sense, sure, limit)[0] <= _LOST_LEFT_OUT
    )


def answered(judged: Sequence[Judged], sure: Sequence[float], limit: float) -> tuple[float, float, float]:
    """Return the shares: answered in scope, answered wrongly, answered out of scope."""
    inside = [one for one in judged if one.asked.right]
    outside = [one for one in judged if not one.asked.right]
    told = [one for one in inside if chance(one.bearing, sure) >= limit]
    wrong = [one for one in told if not one.first]
    out = [one for one in outside if chance(one.bearing, sure) >= limit]
    return len(told) / len(inside), len(wrong) / len(inside), len(out) / len(outside)


def chosen(
    judged: Sequence[Judged], sense: Sequence[float], sure: Sequence[float], limit: float
) -> tuple[float, float]:
    """Return the shares: a right article hidden by *none*; none out of scope."""
    none = [
        one for one in judged if max(chance(one.bearing_on_any, sense), chance(one.bearing, sure)) < limit
    ]
    inside = sum(bool(one.asked.right) for one in judged)
    hidden = sum(one.among_three for one in none)
    return hidden / inside, sum(not one.asked.right for one in none) / (len(judged) - inside)


def _print_curves(name: str, judged: Sequence[Judged], found: Fitted) -> None:
    inside = [one for one in judged if one.asked.right]
    first = sum(one.first for one in inside) / len(inside)
    three = sum(one.among_three for one in inside) / len(inside)
    print(f"{name}: {len(judged)}, first {first:.1%}, among three {three:.1%}")
    print("  limit  answered  wrong  out of scope | hidden by none  none out of scope")
    for limit in _LIMITS[::5]:
        told, wrong, out = answered(judged, found.sure, limit)
        lost, none = chosen(judged, found.sense, found.sure, limit)
        print(f"  {limit:.2f}   {told:7.1%} {wrong:6.1%} {out:9.1%}     | {lost:9.1%} {none:14.1%}")


def _text(found: Fitted) -> str:
    return (
        '"""Numbers fitted by scripts/fit_bands.py, which writes this file; weighing.py says what of."""\n\n'
        f"MEETS = {found.meets}\nSURE = {found.sure}\nSENSE = {found.sense}\n"
        f"ANSWER = {found.answer}\nCHOOSE = {found.choose}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
