"""The documents of all records, for an index made anew, also while the catalogue is being filled."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from kiosk.catalog.search import common_headings
from kiosk.catalog.search.common_headings import Common, Ranks
from kiosk.catalog.search.documents import DocumentMaker, with_ranks
from kiosk.catalog.search.records import ChangeSource, Growing
from kiosk.catalog.search.records_read import RecordsRead


class AllDocuments:
    """Makes them, once, in the order of the records.

    Documents hold the places of their headings among the commonest, and of a catalogue that is being
    filled a share must be there before those are known. Until then documents are made without the places,
    which is nearly all of the work, and kept in a file without a name in the index's folder.
    """

    def __init__(
        self, source: ChangeSource, maker: DocumentMaker, folder: Path, growing: Growing | None, coming: int
    ) -> None:
        self._source = source
        self._maker = maker
        self._folder = folder
        self._growing = growing
        self._coming = coming
        self.read = RecordsRead()
        self.common: Common = {}

    def each(self, tell: Callable[[int], None]) -> Iterator[str]:
        """Yield each document, telling now and then how many are made; then ``common`` is known."""
        wanted = common_headings.to_wait_for(self._source, self._growing, self._coming)
        made = 0
        with TemporaryFile(dir=self._folder) as file:
            kept = _Kept(file)
            waiting = wanted > 0
            if not waiting:
                self._choose()
            for batch in self._source.batches(self._growing):
                documents = map(self._maker.document, batch.records)
                if waiting:
                    kept.add(documents)
                else:
                    yield from documents
                made += len(batch.records)
                self.read.note(batch)
                if waiting and made >= wanted:
                    waiting = False
                    yield from kept.ranked(self._choose())
                tell(made)
            if waiting:
                yield from kept.ranked(self._choose())

    def _choose(self) -> Ranks:
        self.common = common_headings.chosen(self._source, self._growing, self._coming)
        self._maker.ranks = Ranks.of(self.common)
        return self._maker.ranks


class _Kept:
    """Documents on disk, a line each, in a file that is gone with the process, whatever becomes of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, documents: Iterator[str]) -> None:
        self._file.writelines(f"{document}\n".encode() for document in documents)

    def ranked(self, ranks: Ranks) -> Iterator[str]:
        self._file.seek(0)
        return (with_ranks(document, ranks) for document in self._file)
