"""Known items: lists of what patrons type with the title each means, and how well a search answers.

A line of a list in ``known/`` is ``kind|typed|title|word of the author's name``; a record answers it
when its title is that one, with or without what follows a colon or stands in brackets, and a name on
it holds the word, so any edition of the work is right. Half of each list is held out by a digest of
what is typed: ranking is tuned on the other half alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from kiosk.catalog.folding import fold
from kiosk.catalog.importer import Importer
from kiosk.catalog.index_source import DatabaseSource
from kiosk.catalog.search import ChangeSource, SearchIndex, SearchRequest
from kiosk.model.clock import FixedClock
from kiosk.model.record import Description
from kiosk.storage import Database
from tests.catalog.conftest import LIBRARY, NOW

_LISTS = Path(__file__).parent / "known"
_CALLED = re.compile(r"[:(]")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class KnownItem:
    """What is typed, and which work is meant by it."""

    kind: str
    typed: str
    title: str
    name: str

    @property
    def held_out(self) -> bool:
        """Return whether nobody may look at how this one fares while ranking is tuned."""
        return blake2b(self.typed.encode(), digest_size=1).digest()[0] % 2 == 1


def known_items(name: str) -> list[KnownItem]:
    """Return one list of queries with what they mean."""
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [KnownItem(*line.split("|")) for line in lines if line and not line.startswith("#")]


def _works(about: Description) -> Iterator[tuple[str, str]]:
    """Yield what a record may be called, each with all the names on it."""
    people = fold(" ".join((*about.authors, *about.names)))
    for title in {about.title, about.title.partition(" (")[0], _CALLED.split(about.title, maxsplit=1)[0]}:
        yield fold(title), people


@dataclass(frozen=True, slots=True)
class KnownLibrary:
    """A catalogue imported and indexed as the product does it, with its records to look answers up in."""

    index: SearchIndex
    works: dict[str, list[tuple[str, int]]]

    @classmethod
    def of(cls, url: str, folder: Path, files: Sequence[Path]) -> "KnownLibrary":
        """Import the files into the empty library at ``url`` and index it in ``folder``."""
        database = Database.open(url)
        with database.act() as act:
            act.library.replace(LIBRARY)
            act.commit()
        Importer(database, FixedClock(NOW)).run(files)
        library = cls.built(DatabaseSource(database), folder)
        database.close()
        return library

    @classmethod
    def built(cls, source: ChangeSource, folder: Path) -> "KnownLibrary":
        """Index all records in ``folder``."""
        index = SearchIndex.open(folder)
        index.rebuild(source)
        works: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for record in chain.from_iterable(batch.records for batch in source.batches()):
            for title, people in _works(record.description):
                works[title].append((people, record.id))
        return cls(index, works)

    def answers(self, item: KnownItem) -> set[int]:
        """Return the records that are editions of the work meant."""
        name = fold(item.name)
        return {number for people, number in self.works.get(fold(item.title), ()) if name in people}

    def place(self, item: KnownItem, *, typing: bool) -> int | None:
        """Return where the first right answer stands, from 1; None when it is not among the first ten."""
        right = self.answers(item)
        hits = self.index.search(SearchRequest(item.typed, limit=_SHOWN, typing=typing, facets=())).hits
        return next((at for at, hit in enumerate(hits, start=1) if hit.record_id in right), None)


@dataclass(slots=True)
class Score:
    """How a list fared: by mean reciprocal rank among ten, and by how often the first hit was right."""

    places: dict[str, list[int | None]] = field(default_factory=lambda: defaultdict(list))
    missed: list[tuple[KnownItem, int | None]] = field(default_factory=list)

    def add(self, item: KnownItem, place: int | None) -> None:
        """Count one answer."""
        self.places[item.kind].append(place)
        if place != 1:
            self.missed.append((item, place))

    @property
    def asked(self) -> int:
        """Return how many were asked."""
        return sum(map(len, self.places.values()))

    @property
    def reciprocal(self) -> float:
        """Return the mean reciprocal rank at ten."""
        return _mean_reciprocal(place for places in self.places.values() for place in places)

    @property
    def first(self) -> float:
        """Return how often the first hit was right."""
        return sum(place == 1 for places in self.places.values() for place in places) / max(1, self.asked)

    def lines(self) -> Iterator[str]:
        """Yield a table, one kind a line and all together last."""
        for kind, places in sorted(self.places.items()):
            right = sum(place == 1 for place in places)
            yield f"{kind:10} {_mean_reciprocal(places):.3f}  {right:3} of {len(places):3} first"
        yield f"{'all':10} {self.reciprocal:.3f}  {self.first:.3f} first, {self.asked} asked"


def score(library: KnownLibrary, items: Iterable[KnownItem], *, typing: bool) -> Score:
    """Ask every item once."""
    result = Score()
    for item in items:
        result.add(item, library.place(item, typing=typing))
    return result


def _mean_reciprocal(places: Iterable[int | None]) -> float:
    given = list(places)
    return sum(1 / place for place in given if place) / max(1, len(given))
