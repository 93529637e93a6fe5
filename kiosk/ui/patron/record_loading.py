"""Reads what the Record page shows: runs on worker threads, so every value that leaves is frozen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.catalog.call_numbers import call_number_key, shelf_of
from kiosk.catalog.finding import Asker, ShownCopy, ShownTitle
from kiosk.catalog.floor_map import FloorMap, MarkedFloor, read_floor_map
from kiosk.catalog.likeness import one_of_each_work
from kiosk.catalog.search import Filters, SearchRequest
from kiosk.membership.hold_prospects import Prospects
from kiosk.model.errors import EnvironmentTrouble
from kiosk.model.item import ItemStatus
from kiosk.model.library import Library, Shelf
from kiosk.services import Services
from kiosk.ui.patron.find_loading import FindLoader
from kiosk.ui.patron.title_rows import SeenTitle

BEFORE, AFTER = 5, 6
_SAME_NUMBER = 60
MORE = 8


@dataclass(frozen=True, slots=True)
class SeenCopy:
    """A copy with the shelf on which it belongs and that shelf's floor."""

    shown: ShownCopy
    shelf: Shelf | None = None
    floor: MarkedFloor | None = None


@dataclass(frozen=True, slots=True)
class SeenSpine:
    """A title on the shelf."""

    record_id: int
    title: str
    author: str
    call_number: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A title whole, with its copies, what stands beside it, and what else its author made or is like it.

    `prospects` are those of the card that looks; without one there are none.
    """

    shown: ShownTitle
    seen: SeenTitle
    copies: tuple[SeenCopy, ...] = ()
    spines: tuple[SeenSpine, ...] = ()
    more: tuple[SeenTitle, ...] = ()
    like: tuple[SeenTitle, ...] = ()
    prospects: Prospects = field(default_factory=Prospects)


@dataclass(slots=True)
class _Maps:
    """The maps read for one record, each once."""

    known: dict[str, FloorMap | None] = field(default_factory=dict)


class RecordLoader:
    """Read records of one library on this machine."""

    def __init__(self, services: Services, library: Library) -> None:
        self._services = services
        self._library = library
        self._titles = FindLoader(services, library)

    def load(self, key: str, asker: Asker) -> Record:
        """Return a record by id, barcode or ISBN; raises RecordUnknown, DatabaseUnavailable."""
        shown = self._services.finder.show(key, asker)
        (found,) = self._services.finder.rows([shown.record.id], asker)
        (seen,) = self._titles.seen([found])
        copies = self._copies(shown, asker.branch)
        more = self._more(shown, asker)
        like = self._like(shown, asker, {title.record_id for title in more})
        spines, prospects = self._spines(shown, copies), self._prospects(shown, asker)
        return Record(shown, seen, copies, spines, more, like, prospects)

    def _prospects(self, shown: ShownTitle, asker: Asker) -> Prospects:
        if asker.card is None:
            return Prospects()
        return self._services.hold_prospects.of(asker.card, shown.record.id, asker.at, asker.branch)

    def _copies(self, shown: ShownTitle, branch: str) -> tuple[SeenCopy, ...]:
        maps = _Maps()
        kept = [copy for copy in shown.copies if copy.copy.status is not ItemStatus.WITHDRAWN]
        kept.sort(key=lambda copy: _nearness(copy, branch))
        return tuple(self._copy(copy, branch, maps) for copy in kept)

    def _copy(self, shown: ShownCopy, branch: str, maps: _Maps) -> SeenCopy:
        item = shown.copy.item
        home = item.branch
        shelf = shelf_of(item.call_number, self._library.shelves, home, item.location)
        if shelf is None:
            return SeenCopy(shown)
        drawn = self._map(home, maps)
        floor = drawn.marked(shelf.id) if drawn else None
        if floor is not None and home.casefold() != branch.casefold():
            # Another house: there is no way to it from here.
            floor = replace(floor, way="", steps=None, climbs=False, floor=replace(floor.floor, here=None))
        return SeenCopy(shown, shelf, floor)

    def _map(self, branch: str, maps: _Maps) -> FloorMap | None:
        if branch not in maps.known:
            folder = self._services.folder.within(self._services.settings.maps)
            safe = "".join(letter for letter in branch if letter.isalnum() or letter in "-_")
            maps.known[branch] = read_floor_map(folder / f"{safe}.svg", self._services.settings.kiosk_name)
        return maps.known[branch]

    def _spines(self, shown: ShownTitle, copies: Sequence[SeenCopy]) -> tuple[SeenSpine, ...]:
        """Return what stands beside the first copy that has a place on a shelf, itself among them."""
        item = next((copy.shown.copy.item for copy in copies if copy.shown.copy.item.call_number), None)
        if item is None or not item.call_number:
            return ()
        with self._services.database.read() as view:
            beside = view.headings.shelf_neighbours(
                call_number_key(item.call_number), item.branch, _SAME_NUMBER, _SAME_NUMBER
            )
            place = next((n for n, one in enumerate(beside) if one.record_id == shown.record.id), None)
            if place is None:
                return ()
            near = beside[max(0, place - BEFORE) : place + AFTER + 1]
            listed = {row.id: row for row in view.records.listing([one.record_id for one in near])}
        return tuple(
            SeenSpine(
                one.record_id,
                listed[one.record_id].description.title,
                next(iter(listed[one.record_id].description.authors), ""),
                one.call_number,
                listed[one.record_id].description.language,
            )
            for one in near
            if one.record_id in listed
        )

    def _more(self, shown: ShownTitle, asker: Asker) -> tuple[SeenTitle, ...]:
        authors = shown.record.description.authors
        if not authors:
            return ()
        request = SearchRequest(filters=Filters(authors=authors[:1]), limit=2 * MORE, facets=())
        try:
            hits = self._services.finder.index.search(request).hits
        except EnvironmentTrouble:
            return ()
        ids = [hit.record_id for hit in hits if hit.record_id != shown.record.id]
        found = self._services.finder.rows(ids, asker)
        others = one_of_each_work(
            shown.record.description, ((one.listed.id, one.listed.description) for one in found)
        )[:MORE]
        return self._titles.seen(one for one in found if one.listed.id in others)

    def _like(self, shown: ShownTitle, asker: Asker, known: set[int]) -> tuple[SeenTitle, ...]:
        """Return what is like it, those left out that are shown as by the same author."""
        found = self._services.finder.more_like(shown.record.id, MORE + len(known), asker)
        return self._titles.seen([one for one in found if one.listed.id not in known][:MORE])


def _nearness(shown: ShownCopy, branch: str) -> tuple[bool, bool, str]:
    copy = shown.copy
    there = copy.status in (ItemStatus.AVAILABLE, ItemStatus.NOT_FOR_LOAN)
    due = copy.due_at.isoformat() if copy.due_at else "~"
    return copy.item.branch.casefold() != branch.casefold(), not there, due
