"""Makes catalogues of any size whose words, names and subjects are spread as in real ones.

Words are Zipfian: the commonest are real ones, taken from the sample library's titles and articles, the
long tail is made letter by letter after the pattern of the real ones. The same number always gives the
same record, so that a catalogue of a hundred thousand is the beginning of one of a million.
"""

import bisect
import csv
import itertools
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from kiosk.catalog.folding import fold
from kiosk.catalog.search.records import IndexedItem, IndexedRecord
from kiosk.model.record import Audience, Description, Form

ROOT = Path(__file__).parents[1]
T = TypeVar("T")
LANGUAGES = ("eng", "ger", "pol")
_FOLDERS = {"eng": "en", "ger": "de", "pol": "pl"}
_WORDS, _SURNAMES, _NAMES, _SUBJECTS = 60_000, 30_000, 150_000, 20_000
_WORD = re.compile(r"[^\W\d_]+")
_CAME = datetime(2015, 1, 1, tzinfo=UTC)
_FORMS = (
    (Form.BOOK, 70), (Form.EBOOK, 8), (Form.AUDIOBOOK, 5), (Form.FILM, 6), (Form.MUSIC, 5),
    (Form.SERIAL, 2), (Form.GAME, 2), (Form.SCORE, 1), (Form.MAP, 1),
)  # fmt: skip
_AUDIENCES = ((Audience.ADULT, 75), (Audience.CHILDREN, 15), (Audience.YOUTH, 10))
_BRANCHES = ("MAIN", "WEST", "EAST", "NORTH", "SOUTH", "BUS")


class Letters:
    """Makes words that look like the given ones: each letter after the three before it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for word in words:
            padded = f"^^^{word}$"
            for place in range(3, len(padded)):
                self._next[padded[place - 3 : place]].append(padded[place])

    def word(self, dice: random.Random) -> str:
        """Return one word of 3 to 16 letters."""
        while True:
            made = "^^^"
            while len(made) < 20 and (letter := dice.choice(self._next[made[-3:]])) != "$":
                made += letter
            if 6 <= len(made) < 20:
                return made[3:]

    def words(self, dice: random.Random, count: int, known: Iterable[str] = ()) -> list[str]:
        """Return so many different words, the known ones first."""
        made = dict.fromkeys(known)
        while len(made) < count:
            made[self.word(dice)] = None
        return list(made)[:count]


class Zipf:
    """Draws from a list whose first values are the commonest."""

    def __init__(self, values: Sequence[str], steepness: float = 1.0) -> None:
        self._values = values
        weights = (1 / (rank + 2.7) ** steepness for rank in range(len(values)))
        self._sums = list(itertools.accumulate(weights))

    def draw(self, dice: random.Random) -> str:
        """Return one value."""
        return self._values[bisect.bisect_left(self._sums, dice.random() * self._sums[-1])]

    def between(self, first: int, last: int, dice: random.Random) -> str:
        """Return a value of that rank of commonness."""
        return self._values[dice.randrange(first, min(last, len(self._values)))]


class MadeCatalogue:
    """A town's catalogue, record by record."""

    def __init__(self, seed: int = 7) -> None:
        dice = random.Random(seed)
        works = list(_works())
        self.words: dict[str, Zipf] = {}
        for language in LANGUAGES:
            real = Counter(_WORD.findall(_text_in(language, works)))
            known = [word.lower() for word, _count in real.most_common()]
            self.words[language] = Zipf(Letters(known).words(dice, _WORDS, known))
        people = [work["author"] for work in works if "," in work["author"]]
        surnames = [name.partition(",")[0] for name in people]
        firsts = sorted({name.partition(",")[2].strip() for name in people})
        made = Letters(surnames).words(dice, _SURNAMES, surnames)
        whole = (f"{dice.choice(made)}, {dice.choice(firsts)}" for _ in range(2 * _NAMES))
        self.names = Zipf(list(dict.fromkeys([*people, *whole]))[:_NAMES], 0.6)
        headings = [heading for work in works for heading in work["subjects"].split(";") if heading]
        self.subjects = Zipf(list(self._headings(dice, headings)), 0.9)

    def _headings(self, dice: random.Random, real: Sequence[str]) -> Iterator[str]:
        known = [heading for heading, _count in Counter(real).most_common()]
        yield from known
        divisions = ("History", "Fiction", "Geschichte", "Historia", "20. Jahrhundert", "Handbooks")
        for _ in range(_SUBJECTS - len(known)):
            word = self.words[dice.choice(LANGUAGES)].between(200, 20_000, dice).capitalize()
            yield f"{word} -- {dice.choice(divisions)}" if dice.random() < 0.4 else word

    def record(self, number: int) -> IndexedRecord:
        """Return the record of that number, from 1."""
        dice = random.Random(number)
        language = dice.choices(LANGUAGES, (50, 35, 15))[0]
        words = self.words[language]
        title = " ".join(words.draw(dice) for _ in range(dice.randint(1, 7))).capitalize()
        subtitle = " ".join(words.draw(dice) for _ in range(dice.randint(2, 6)))
        authors = tuple(dict.fromkeys(self.names.draw(dice) for _ in range(dice.choice((1, 1, 1, 2, 3)))))
        subjects = tuple(dict.fromkeys(self.subjects.draw(dice) for _ in range(dice.randint(1, 4))))
        notes = " ".join(words.draw(dice) for _ in range(dice.randint(0, 25)))
        form = _weighed(dice, _FORMS)
        call_number = f"{dice.randrange(1000):03} {fold(authors[0])[:3].upper()}"
        year = min(2026, int(dice.triangular(1900, 2027, 2015)))
        about = Description(
            title=title,
            filing_title=fold(title),
            form=form,
            subtitle=subtitle if dice.random() < 0.5 else None,
            authors=authors,
            subjects=subjects,
            notes=(notes,) if notes else (),
            year=year,
            language=language,
            isbns=(_isbn(number),) if dice.random() < 0.7 else (),
            audience=_weighed(dice, _AUDIENCES),
            call_number=call_number,
        )
        items = tuple(
            IndexedItem(f"3{number:09}{copy}", dice.choice(_BRANCHES), "book", "ADULT", call_number, here)
            for copy in range(dice.choice((0, 1, 1, 1, 2, 3)))
            for here in (dice.random() < 0.7,)
        )
        loans = int(dice.paretovariate(1.2)) - 1
        came = _CAME + timedelta(minutes=number * 5)
        return IndexedRecord(number, f"M{number:08}", about, came, items, loans)

    def records(self, count: int) -> Iterator[IndexedRecord]:
        """Yield the first so many records."""
        return map(self.record, range(1, count + 1))


def _works() -> Iterator[dict[str, str]]:
    for file in sorted((ROOT / "data" / "catalogue").glob("works-*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def _text_in(language: str, works: Sequence[dict[str, str]]) -> str:
    texts = [f"{work['title']} {work['summary']}" for work in works if work["language"] == language]
    folder = ROOT / "data" / "policies" / _FOLDERS[language]
    texts += [file.read_text("utf-8").rpartition("---")[2] for file in sorted(folder.glob("*.md"))]
    return "\n".join(texts)


def _weighed(dice: random.Random, choices: Sequence[tuple[T, int]]) -> T:
    values, weights = zip(*choices, strict=True)
    chosen: T = dice.choices(values, weights)[0]
    return chosen


def _isbn(number: int) -> str:
    first = f"9783{number:08}"
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first)) % 10
    return f"{first}{check}"
