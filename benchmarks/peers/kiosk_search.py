"""What a patron's screen asks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from made_catalogue import MadeCatalogue
from queries import Asked

from kiosk.catalog.search import SearchIndex, SearchRequest
from kiosk.catalog.search.records import Batch, Change, Growing, IndexedRecord
from peers import TOP


class Kiosk:
    """What a patron's screen asks."""

    name = "kiosk"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "kiosk"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Build a generation and let it serve."""
        SearchIndex.open(self._folder).rebuild(_Fixed(records, count))

    def open(self) -> None:
        """Open it as the app does."""
        self._index = SearchIndex.open(self._folder)

    def answer(self, asked: Asked) -> int:
        """Search as the Find page does."""
        found = self._index.search(SearchRequest(asked.text, limit=TOP, typing=asked.kind.typing))
        return found.total

    def suggest(self, text: str) -> int:
        """Suggest as the Find page does."""
        return len(self._index.suggest(text))


class _Fixed:
    """A catalogue that never changes."""

    def __init__(self, records: Iterable[IndexedRecord], count: int) -> None:
        self._records, self._count = records, count
        self._counted: dict[str, Counter[str]] = defaultdict(Counter)

    def epoch(self) -> str:
        return "made"

    def position(self) -> int:
        return 0

    def forgotten(self) -> int:
        return 0

    def after(self, sequence: int, limit: int) -> Sequence[Change]:
        return ()

    def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
        return ()

    def count(self) -> int:
        return self._count

    def commonest(self, kind: str, limit: int) -> Sequence[str]:
        if not self._counted:
            for record in MadeCatalogue().records(self._count):
                self._counted["author"].update(record.description.authors)
                self._counted["subject"].update(record.description.subjects)
        return [name for name, _ in self._counted[kind].most_common(limit)]

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        records = iter(self._records)
        while some := tuple(islice(records, 500)):
            yield Batch(0, some)
