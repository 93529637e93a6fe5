"""Three hundred searches as patrons type them, drawn from a made catalogue."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from made_catalogue import LANGUAGES, MadeCatalogue

from kiosk.catalog.folding import fold

# Drawn from the first records, so that a catalogue of every size has what is looked for.
_FROM = 10_000


class Kind(StrEnum):
    """What sort of search it is."""

    COMMON = "common word"
    TWO = "two words"
    AUTHOR = "author"
    PHRASE = "phrase"
    PREFIX2 = "prefix of 2 letters"
    PREFIX3 = "prefix of 3 letters"
    PREFIX4 = "prefix of 4 letters"
    PREFIX5 = "prefix of 5 letters"
    TYPO = "one typo"
    NOTHING = "zero hits"

    @property
    def typing(self) -> bool:
        """Tell whether the word is still being typed."""
        return self.name.startswith("PREFIX")


@dataclass(frozen=True, slots=True)
class Asked:
    """One search: its kind, the text, and its words folded for engines that fold nothing themselves."""

    kind: Kind
    text: str

    @property
    def words(self) -> list[str]:
        """Return the folded words."""
        return fold(self.text).split()


_COUNTS = {
    Kind.COMMON: 30,
    Kind.TWO: 50,
    Kind.AUTHOR: 40,
    Kind.PHRASE: 30,
    Kind.PREFIX2: 20,
    Kind.PREFIX3: 25,
    Kind.PREFIX4: 25,
    Kind.PREFIX5: 20,
    Kind.TYPO: 40,
    Kind.NOTHING: 20,
}


def three_hundred(catalogue: MadeCatalogue, seed: int = 11) -> list[Asked]:
    """Return the searches, shuffled: engines are not helped by asking alike things in a row."""
    dice = random.Random(seed)
    makers: dict[Kind, Callable[[], str]] = {
        Kind.COMMON: lambda: catalogue.words[dice.choice(LANGUAGES)].between(2, 60, dice),
        Kind.TWO: lambda: " ".join(dice.sample(_title(catalogue, dice, 3), 2)),
        Kind.AUTHOR: lambda: _author(catalogue, dice),
        Kind.PHRASE: lambda: '"' + " ".join(_title(catalogue, dice, 4)[:3]) + '"',
        Kind.TYPO: lambda: _mistyped(_long_word(catalogue, dice, 6), dice),
        Kind.NOTHING: lambda: f"qx{dice.randrange(10**6)}zv wvk{dice.randrange(10**6)}",
    }
    for kind, letters in zip(
        (Kind.PREFIX2, Kind.PREFIX3, Kind.PREFIX4, Kind.PREFIX5), range(2, 6), strict=True
    ):
        makers[kind] = lambda letters=letters: _long_word(catalogue, dice, letters + 1)[:letters]  # type: ignore[misc]
    asked = [Asked(kind, text) for kind, count in _COUNTS.items() for text in _different(makers[kind], count)]
    dice.shuffle(asked)
    return asked


def _different(make: Callable[[], str], count: int) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < count:
        text = make()
        if text not in seen and len(fold(text)) > 1:
            seen.add(text)
            yield text


def _title(catalogue: MadeCatalogue, dice: random.Random, least: int) -> list[str]:
    while True:
        words = catalogue.record(dice.randint(1, _FROM)).description.title.split()
        if len(words) >= least and len(set(map(fold, words))) == len(words):
            return words


def _author(catalogue: MadeCatalogue, dice: random.Random) -> str:
    surname, _, first = catalogue.record(dice.randint(1, _FROM)).description.authors[0].partition(", ")
    return f"{first} {surname}" if dice.random() < 0.5 else f"{surname} {first}"


def _long_word(catalogue: MadeCatalogue, dice: random.Random, letters: int) -> str:
    while True:
        word = fold(dice.choice(_title(catalogue, dice, 2)))
        if len(word) >= letters and word.isalpha():
            return word


def _mistyped(word: str, dice: random.Random) -> str:
    place = dice.randrange(1, len(word) - 1)
    match dice.randrange(4):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case 2:
            return word[:place] + dice.choice("aeiorstn") + word[place + 1 :]
        case _:
            return word[:place] + dice.choice("aeiorstn") + word[place:]
