"""The catalogue's search index: open it, search it, keep it up to date."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import tantivy

from kiosk.catalog.search import common_headings
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.beginnings import Beginnings
from kiosk.catalog.search.common_headings import Common
from kiosk.catalog.search.engine import SearchEngine, Tell
from kiosk.catalog.search.facets import FacetCounter
from kiosk.catalog.search.far_pages import FarPages
from kiosk.catalog.search.folder import IndexFolder, StoredState, speaks_of_damage, told_apart
from kiosk.catalog.search.heading_counts import HeadingCounts
from kiosk.catalog.search.headings import Headings
from kiosk.catalog.search.records import ChangeSource, Growing
from kiosk.catalog.search.requests import (
    IndexState,
    IndexStatus,
    Refreshed,
    SearchField,
    SearchRequest,
    SearchResult,
    Suggestion,
)
from kiosk.catalog.search.suggest import suggestions
from kiosk.catalog.search.vocabulary import Vocabulary
from kiosk.catalog.search.writer import IndexWriting, Progress
from kiosk.model.errors import IndexUnavailable

# A letter that stands alone in titles and names of every language here; and everything.
_REHEARSAL = ("a", "")


@dataclass(frozen=True, slots=True)
class _Opened:
    generation: Path
    index: tantivy.Index
    searcher: tantivy.Searcher
    engine: SearchEngine
    beginnings: Beginnings
    common: Common


class SearchIndex:
    """One machine's index in one folder; searching is safe from many threads at once."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._analyzer = Analyzer()
        self._vocabulary = Vocabulary()
        self._far: FarPages = FarPages()
        self._headings = Headings()
        self._beside = ThreadPoolExecutor(1, "facets")
        self._lock = Lock()
        self._opened: _Opened | None = None
        self._rehearsed: Path | None = None
        self._state = IndexState.MISSING

    @classmethod
    def open(cls, folder: Path) -> "SearchIndex":
        """Open what the folder holds; a missing, foreign or damaged index opens too and says so."""
        index = cls(IndexFolder(folder))
        index.reload()
        return index

    def reload(self) -> None:
        """Look at the newest commit, and at the generation that serves now."""
        with self._lock:
            generation = self._folder.current()
            if self._opened is not None and self._opened.generation == generation:
                # Another process may just have replaced and removed this generation.
                with suppress(ValueError):
                    opened = self._opened
                    self._opened = self._at_newest(generation, opened.index, opened.beginnings, opened.common)
                    return
            self._vocabulary = Vocabulary()
            self._opened, self._state = self._open(generation)

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a request. Raises IndexUnavailable where there is no index to ask."""
        with self._asking() as opened:
            return opened.engine.answer(request)

    def search_begun(self, request: SearchRequest, tell: Tell) -> SearchResult:
        """Answer as `search`; of one word just begun the first hits are told before all are counted.

        Raises IndexUnavailable.
        """
        with self._asking() as opened:
            return opened.engine.answer_begun(request, tell) or opened.engine.answer(request)

    def suggest(
        self, prefix: str, field: SearchField = SearchField.ANY, limit: int = 8
    ) -> tuple[Suggestion, ...]:
        """Return titles, authors and subjects that begin so. Raises IndexUnavailable."""
        with self._asking() as opened:
            return tuple(
                suggestions(opened.index.schema, opened.searcher, opened.beginnings, prefix, field, limit)
            )

    def warm(self) -> None:
        """Read beforehand what the first searches would wait for; does nothing where there is no index.

        Costs nothing where all is read already, so it may be called after every refresh.
        """
        opened = self._opened
        if opened is not None:
            with suppress(IndexUnavailable), self._asking():
                self._vocabulary.warm(opened.searcher)
                opened.beginnings.warm()
                if self._rehearsed != opened.generation:
                    # The first search of a process waits for its files to be mapped, whatever it asks.
                    for text in _REHEARSAL:
                        opened.engine.answer(SearchRequest(text))
                    self._rehearsed = opened.generation

    def refresh(self, source: ChangeSource, most: int | None = None) -> Refreshed:
        """Apply the catalogue's changes since last time (at most so many) and show them."""
        generation = self._folder.current()
        try:
            done = IndexWriting(self._folder, self._analyzer).refresh(source, most)
        except IndexUnavailable as trouble:
            self._give_up(generation, trouble)
            raise
        self.reload()
        return done

    def rebuild(
        self,
        source: ChangeSource,
        progress: Progress | None = None,
        growing: Growing | None = None,
        coming: int = 0,
    ) -> Refreshed:
        """Build the index anew beside the old one, then swap; ``progress`` gets records done, and all.

        While ``growing`` says that the catalogue is being filled, by about so many records as are
        ``coming``, those are waited for.
        """
        done = IndexWriting(self._folder, self._analyzer).rebuild(source, progress, growing, coming)
        self.reload()
        return done

    def worn(self) -> bool:
        """Tell whether it would count faster were it built anew; never true of a small one."""
        opened = self._opened
        return opened is not None and common_headings.worn(opened.common, opened.searcher)

    def status(self, source: ChangeSource | None = None) -> IndexStatus:
        """Tell how the index stands, against the catalogue where a source is given."""
        stored = self._stored()
        if self._opened is None or stored is None:
            return IndexStatus(self._state)
        records = int(self._opened.searcher.num_docs)
        state = self._state
        if source is not None:
            known = source.forgotten() <= stored.sequence <= source.position()
            if stored.epoch != source.epoch() or not known:
                state = IndexState.FOREIGN
            elif source.after(stored.sequence, 1):
                state = IndexState.BEHIND
        return IndexStatus(state, records, stored.sequence, stored.epoch)

    def _stored(self) -> StoredState | None:
        return self._folder.state(self._opened.generation) if self._opened else None

    @contextmanager
    def _asking(self) -> Iterator[_Opened]:
        """Lend the serving index; one that cannot be read after all serves no longer."""
        opened = self._opened
        if opened is None:
            raise IndexUnavailable(state=self._state.value, detail=self._state.value)
        try:
            with told_apart():
                yield opened
        except IndexUnavailable as trouble:
            self._give_up(opened.generation, trouble)
            raise

    def _give_up(self, generation: Path | None, trouble: IndexUnavailable) -> None:
        if not speaks_of_damage(trouble):
            return
        with self._lock:
            if generation is not None and generation == self._folder.current():
                self._folder.condemn(generation)
            if self._opened is not None and self._opened.generation == generation:
                self._opened, self._state = None, IndexState.DAMAGED

    def _open(self, generation: Path | None) -> tuple[_Opened | None, IndexState]:
        if generation is None:
            return None, IndexState.MISSING
        state = self._folder.state(generation)
        if state is None:
            return None, IndexState.DAMAGED
        if not state.readable:
            return None, IndexState.FOREIGN
        try:
            index = tantivy.Index.open(str(generation))
            index.config_reader("manual")
            common = common_headings.read(generation)
            return self._at_newest(generation, index, Beginnings(generation), common), IndexState.READY
        except (ValueError, OSError):
            return None, IndexState.DAMAGED

    def _at_newest(
        self, generation: Path, index: tantivy.Index, beginnings: Beginnings, common: Common
    ) -> _Opened:
        index.reload()
        searcher = index.searcher()
        headings = HeadingCounts(index.schema, searcher, self._headings, common)
        facets = FacetCounter(index.schema, searcher, headings, self._beside)
        engine = SearchEngine(index.schema, searcher, self._analyzer, self._vocabulary, facets, self._far)
        return _Opened(generation, index, searcher, engine, beginnings, common)
