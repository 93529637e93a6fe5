"""Items in this library's own words: its branches, item types, locations, currency and zone."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from kiosk.catalog.call_numbers import call_number_key
from kiosk.catalog.folding import fold
from kiosk.catalog.items.source_item import SourceItem
from kiosk.catalog.problems import Finding, warning
from kiosk.model.clock import Clock
from kiosk.model.errors import InvalidAmount
from kiosk.model.library import Branch, ItemType, Library
from kiosk.model.money import Money
from kiosk.model.record import Form
from kiosk.storage.imports import IncomingItem

_AMOUNT = re.compile(r"\d[\d.,' ]*")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}))?|(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NEVER = re.compile(r"0000-00-00.*")
_END_OF_DAY = time(23, 59, 59)
_LONGEST_CODE = 60
# Which of a library's item types a title without one gets: the first of these that is there.
_TYPES = {
    Form.BOOK: ("book", "bk"),
    Form.EBOOK: ("ebook", "book"),
    Form.AUDIOBOOK: ("audiobook", "cd", "music"),
    Form.MUSIC: ("music", "cd"),
    Form.FILM: ("dvd", "film", "video", "bluray"),
    Form.GAME: ("game",),
    Form.MAP: ("map",),
    Form.SCORE: ("score", "music_score", "book"),
    Form.SERIAL: ("magazine", "serial"),
    Form.KIT: ("kit", "game"),
}


class ItemResolver:
    """Turns items of a source into items of this library; remembers what it had to make up."""

    def __init__(self, library: Library, locations: Iterable[str], clock: Clock) -> None:
        self._branches = _by_names(library.branches)
        self._types = _by_names(library.item_types)
        self._locations = {fold(name) for name in locations}
        self._locations |= {fold(shelf.location) for shelf in library.shelves}
        self._default_branch = library.branches[0].code if library.branches else "MAIN"
        self._one_branch = len(library.branches) == 1
        self._currency = library.currency
        self._zone = ZoneInfo(library.time_zone)
        self._clock = clock
        self.new_branches: list[str] = []
        self.new_item_types: list[str] = []
        if not library.branches:
            self.new_branches.append(self._default_branch)

    def resolve(self, item: SourceItem, form: Form, findings: list[Finding]) -> IncomingItem:
        """Return the item in this library's codes; what is not known becomes known, with a warning."""
        branch = self._branch(item.branch, findings)
        return IncomingItem(
            barcode=item.barcode.strip(),
            branch=branch,
            item_type=self._item_type(item.item_type, form, findings),
            location=self._location(item.location, findings),
            call_number=item.call_number,
            shelf_key=call_number_key(item.call_number) if item.call_number else None,
            price=self._price(item.price, findings),
            condition=item.condition,
            not_for_loan=item.not_for_loan,
            at_branch=self._branch(item.holding_branch, findings) if item.holding_branch else branch,
            note=item.note,
            parts=item.parts,
            due_at=self._due(item.due, findings),
        )

    def _branch(self, name: str | None, findings: list[Finding]) -> str:
        if not name:
            if not self._one_branch:
                findings.append(warning("item.no_branch", branch=self._default_branch))
            return self._default_branch
        return self._known_or_new(name, self._branches, self.new_branches, "branch.unconfigured", findings)

    def _item_type(self, name: str | None, form: Form, findings: list[Finding]) -> str:
        if name:
            return self._known_or_new(
                name, self._types, self.new_item_types, "item_type.unconfigured", findings
            )
        candidates = _TYPES[form]
        known = next((self._types[code] for code in candidates if code in self._types), None)
        return known or self._known_or_new(
            candidates[0], self._types, self.new_item_types, "item_type.unconfigured", findings
        )

    def _known_or_new(
        self, name: str, known: dict[str, str], new: list[str], code: str, findings: list[Finding]
    ) -> str:
        found = known.get(name)
        if found is not None:
            return found
        key = fold(name) or name.casefold()
        found = known.get(key)
        if found is None:
            found = known[key] = name.strip()[:_LONGEST_CODE]
            new.append(found)
            findings.append(warning(code, code=found))
        known[name] = found
        return found

    def _location(self, name: str | None, findings: list[Finding]) -> str | None:
        if not name or name in self._locations:
            return name or None
        if fold(name) not in self._locations:
            self._locations.add(fold(name))
            findings.append(warning("location.unconfigured", location=name))
        self._locations.add(name)
        return name

    def _price(self, text: str | None, findings: list[Finding]) -> int | None:
        if not text:
            return None
        found = _AMOUNT.search(text)
        try:
            amount = Money.parse(_decimal(found[0]), self._currency) if found else None
        except InvalidAmount:
            amount = None
        if amount is None:
            findings.append(warning("item.price", price=text[:40]))
            return None
        return amount.minor or None

    def _due(self, text: str | None, findings: list[Finding]) -> datetime | None:
        if text is None or _NEVER.fullmatch(text):
            return None
        found = _DAY.match(text)
        try:
            if found is not None:
                return self._moment(found)
        except ValueError:
            pass
        findings.append(warning("item.due", due=text[:40]))
        return self._clock.now()

    def _moment(self, found: re.Match[str]) -> datetime:
        if found[6]:
            day = date(int(found[8]), int(found[7]), int(found[6]))
        else:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        at = time(int(found[4]), int(found[5])) if found[4] else _END_OF_DAY
        return datetime.combine(day, at, self._zone).astimezone(UTC)


def _by_names(kinds: Iterable[Branch | ItemType]) -> dict[str, str]:
    found: dict[str, str] = {}
    listed = list(kinds)
    for kind in listed:
        found.setdefault(fold(kind.code) or kind.code.casefold(), kind.code)
    for kind in listed:
        for name in kind.name.all_texts():
            found.setdefault(fold(name), kind.code)
    return found


def _decimal(text: str) -> str:
    """Return an amount with a point before its decimals, whatever parted its thousands."""
    bare = text.replace("'", "").replace(" ", "").strip(".,")
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return bare
    whole = bare[:last].replace(".", "").replace(",", "")
    decimals = bare[last + 1 :]
    if len(decimals) == 3 and whole and not whole.startswith("0"):
        return whole + decimals
    return f"{whole}.{decimals}"
