"""Writing the index: a whole new generation beside the old one, or the changes since last time."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import tantivy

from kiosk.catalog.search import common_headings
from kiosk.catalog.search.all_documents import AllDocuments
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.beginnings import store_beginnings
from kiosk.catalog.search.common_headings import Ranks
from kiosk.catalog.search.documents import DocumentMaker
from kiosk.catalog.search.folder import IndexFolder, StoredState, state_now, told_apart
from kiosk.catalog.search.records import ChangeSource, Growing, IndexedRecord
from kiosk.catalog.search.records_read import RecordsRead
from kiosk.catalog.search.requests import Refreshed
from kiosk.catalog.search.schema import build_schema, prepare
from kiosk.catalog.search.segments import records_per_commit

Progress = Callable[[int, int], None]
"""Gets how many records are done, and how many there are as far as is known."""

_BATCH = 500
# Without a patron who waits, fewer commits: each costs as much as a hundred records.
_LARGE_BATCH = 4000
_REFRESH_HEAP = 15_000_000
_REBUILD_HEAP = 100_000_000
# No more is taken than a share needs; a part cut short by a full heap would be merged with others.
_HEAP_BESIDE_AN_IMPORT = 1_000_000_000
# Of a small machine's memory, which the import, the database and a kiosk want too.
_SHARE_BESIDE_AN_IMPORT = 4


class IndexWriting:
    """Writes one index folder; every call is a writing session of its own and leaves no lock."""

    def __init__(self, folder: IndexFolder, analyzer: Analyzer) -> None:
        self._folder = folder
        self._analyzer = analyzer

    def rebuild(
        self,
        source: ChangeSource,
        progress: Progress | None = None,
        growing: Growing | None = None,
        coming: int = 0,
    ) -> Refreshed:
        """Build a new generation from all records and let it serve; until then the old one does.

        While ``growing`` says so, records are waited for, about so many as are ``coming``.

        ``busy`` when another process is rebuilding. What changes while records are read is applied
        before the generation serves, what changes after that by the next refresh.
        """
        with told_apart(), self._folder.rebuilding() as ours:
            if not ours:
                return Refreshed(busy=True, rebuild_needed=True)
            self._folder.sweep()
            epoch, began = source.epoch(), source.position()
            generation = self._folder.new_generation()
            try:
                written, position = self._write_all(generation, source, began, progress, growing, coming)
                self._folder.save_state(generation, state_now(epoch, position))
                self._folder.serve(generation)
            finally:
                self._folder.sweep()
        return Refreshed(applied=written, sequence=position)

    def refresh(self, source: ChangeSource, most: int | None = None) -> Refreshed:
        """Apply the changes since last time, at most so many, and commit once a batch."""
        with told_apart():
            generation = self._folder.current()
            state = self._folder.state(generation) if generation else None
            if generation is None or state is None or not state.readable or state.epoch != source.epoch():
                return Refreshed(rebuild_needed=True)
            if source.position() < state.sequence:
                # The database was put back to an earlier state: what came after it must go.
                return Refreshed(rebuild_needed=True)
            if state.sequence < source.forgotten():
                # It was away for so long that the changes it missed are told no longer.
                return Refreshed(rebuild_needed=True)
            if not source.after(state.sequence, 1):
                return Refreshed(sequence=state.sequence)
            try:
                return self._apply(generation, source, most)
            except (OSError, ValueError):
                # A rebuild elsewhere may have replaced the generation under our hands.
                if self._folder.current() == generation:
                    raise
                return Refreshed(behind=True)

    def _write_all(
        self,
        generation: Path,
        source: ChangeSource,
        began: int,
        progress: Progress | None,
        growing: Growing | None,
        coming: int,
    ) -> tuple[int, int]:
        """Write all records; return how many, and up to which change they are true."""
        total = source.count() + coming
        share = records_per_commit(total, growing=growing is not None)
        heap = _REBUILD_HEAP if growing is None else _heap_beside_an_import()
        maker = DocumentMaker(self._analyzer, Ranks())
        documents = AllDocuments(source, maker, generation, growing, coming)
        writer = prepare(tantivy.Index(build_schema(), str(generation))).writer(heap, 1)

        def tell(made: int) -> None:
            if progress is not None:
                progress(made, max(total, made))

        written = 0
        try:
            for document in documents.each(tell):
                writer.add_json(document)
                written += 1
                if written % share == 0:
                    writer.commit()
            position = _apply_missed(writer, maker, source, began, documents.read)
            writer.commit()
        finally:
            writer.wait_merging_threads()
        searcher = tantivy.Index.open(str(generation)).searcher()
        store_beginnings(generation, searcher)
        common_headings.store(generation, searcher, documents.common)
        if progress is not None:
            progress(written, written)
        return written, position

    def _apply(self, generation: Path, source: ChangeSource, most: int | None) -> Refreshed:
        index = tantivy.Index.open(str(generation))
        try:
            writer = prepare(index).writer(_REFRESH_HEAP, 1)
        except ValueError as refused:
            if "LockBusy" not in str(refused):
                raise
            return Refreshed(busy=True, behind=True)
        try:
            # Read again under the lock: another process may have been here meanwhile.
            state = self._folder.state(generation)
            if state is None:
                return Refreshed(rebuild_needed=True)
            return self._apply_batches(writer, generation, source, state, most)
        finally:
            writer.wait_merging_threads()

    def _apply_batches(
        self,
        writer: tantivy.IndexWriter,
        generation: Path,
        source: ChangeSource,
        state: StoredState,
        most: int | None,
    ) -> Refreshed:
        ranks = Ranks.of(common_headings.read(generation), late=True)
        maker = DocumentMaker(self._analyzer, ranks)
        applied = 0
        while most is None or applied < most:
            wanted = _LARGE_BATCH if most is None else min(_BATCH, most - applied)
            changes = source.after(state.sequence, wanted)
            if not changes:
                return Refreshed(applied, state.sequence)
            ids = list(dict.fromkeys(change.record_id for change in changes))
            _replace_records(writer, maker, ids, source.records(ids))
            writer.commit()
            state = state_now(state.epoch, changes[-1].sequence)
            self._folder.save_state(generation, state)
            applied += len(changes)
        return Refreshed(applied, state.sequence, behind=bool(source.after(state.sequence, 1)))


def _apply_missed(
    writer: tantivy.IndexWriter, maker: DocumentMaker, source: ChangeSource, began: int, read: RecordsRead
) -> int:
    """Apply what changed while the records were read; return up to which change all is true."""
    position, last = began, source.position()
    while position < last and (changes := source.after(position, _LARGE_BATCH)):
        missed = list(dict.fromkeys(change.record_id for change in changes if read.missed(change)))
        for start in range(0, len(missed), _BATCH):
            ids = missed[start : start + _BATCH]
            _replace_records(writer, maker, ids, source.records(ids))
        position = changes[-1].sequence
    return position


def _replace_records(
    writer: tantivy.IndexWriter, maker: DocumentMaker, ids: Sequence[int], records: Iterable[IndexedRecord]
) -> None:
    documents = [maker.document(record) for record in records]
    for record_id in ids:
        writer.delete_documents_by_term("id", record_id)
    for document in documents:
        writer.add_json(document)


def _heap_beside_an_import() -> int:
    """Return the bytes to write parts in while the machine has other work."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # not every system tells how much it has
        return _HEAP_BESIDE_AN_IMPORT
    return max(_REBUILD_HEAP, min(_HEAP_BESIDE_AN_IMPORT, memory // _SHARE_BESIDE_AN_IMPORT))
