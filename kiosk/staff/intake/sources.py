"""The catalogues that records are copied from: the program's own list, changed as a library likes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any

from kiosk.catalog.sru import SruTarget, refuse_impossible
from kiosk.model.staff_errors import SourceChangedMeanwhile, SourceInvalid, SourceUnknown
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, StoredSource, View

_SUBJECT = "record_source"
_LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A catalogue by its code; ``own`` tells that the library has said so itself, ``changed_by`` who."""

    code: str
    target: SruTarget
    active: bool = True
    position: int = 0
    own: bool = False
    changed_by: str | None = None
    changed_at: datetime | None = None


# Each is free of charge and asks for no registration. Index names differ from catalogue to catalogue.
FIRST_SOURCES = (
    RecordSource(
        "dnb",
        SruTarget(
            "Deutsche Nationalbibliothek",
            "https://services.dnb.de/sru/dnb",
            schema="MARC21-xml",
            isbn="num",
            title="tit",
            author="per",
            anywhere="woe",
        ),
        position=1,
    ),
    RecordSource(
        "k10plus",
        SruTarget(
            "K10plus (GBV, BSZ)",
            "https://sru.k10plus.de/opac-de-627",
            isbn="pica.isb",
            title="pica.tit",
            author="pica.per",
            anywhere="pica.all",
        ),
        position=2,
    ),
    RecordSource(
        "loc", SruTarget("Library of Congress", "http://lx2.loc.gov:210/LCDB", author="dc.author"), position=3
    ),
    RecordSource(
        "slsp",
        SruTarget(
            "swisscovery (SLSP)",
            "https://swisscovery.slsp.ch/view/sru/41SLSP_NETWORK",
            version="1.2",
            isbn="alma.isbn",
            title="alma.title",
            author="alma.creator",
            anywhere="alma.all_for_ui",
        ),
        position=4,
    ),
    RecordSource(
        "obv",
        SruTarget(
            "Österreichischer Bibliothekenverbund",
            "https://services.obvsg.at/sru/OBV-LIT",
            isbn="alma.isbn",
            title="alma.title",
            author="alma.creator",
            anywhere="alma.all_for_ui",
        ),
        position=5,
    ),
)
_FIRST = {source.code: source for source in FIRST_SOURCES}
_NAMES = frozenset(field.name for field in fields(SruTarget))


class RecordSources:
    """Lists, changes and takes back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @needs(Right.CATALOGUE_EDIT)
    def all(self, by: SignedIn) -> tuple[RecordSource, ...]:
        """Return all of them in order, those not in use too."""
        with self._database.read() as view:
            return sources_of(view)

    @needs(Right.SETTINGS_EDIT)
    def save(
        self, by: SignedIn, source: RecordSource, opened: RecordSource | None, *, at: datetime
    ) -> RecordSource:
        """Keep a catalogue; ``opened`` is what was shown before it was changed, None for a new one.

        Raises SourceInvalid, and SourceChangedMeanwhile where somebody else was quicker.
        """
        if not source.code.strip() or len(source.code) > _LONGEST_CODE:
            raise SourceInvalid(source=source.code, part="code")
        refuse_impossible(source.target)
        with self._database.act() as work:
            work.attempts.lock([f"record_source:{source.code}"], at)
            before = {one.code: one for one in sources_of(work)}.get(source.code)
            _refuse_changed(before, opened, source.code)
            kept = replace(source, own=True, changed_by=by.account, changed_at=at)
            work.record_sources.save(
                StoredSource(kept.code, kept.position, kept.active, asdict(kept.target), by.account, at)
            )
            details = {"before": _told(before), "after": _told(kept)}
            work.audit.write(
                at=at, account=by.account, act="record_source.change", subject=_SUBJECT, details=details
            )
            work.commit()
        return kept

    @needs(Right.SETTINGS_EDIT)
    def reset(self, by: SignedIn, code: str, *, at: datetime) -> RecordSource | None:
        """Go back to the program's own entry and return it; one that is only the library's is gone."""
        with self._database.act() as work:
            work.attempts.lock([f"record_source:{code}"], at)
            before = {one.code: one for one in sources_of(work)}.get(code)
            if before is None:
                raise SourceUnknown(source=code)
            if before.own:
                work.record_sources.reset(code)
                details = {"before": _told(before), "after": _told(_FIRST.get(code))}
                work.audit.write(
                    at=at, account=by.account, act="record_source.reset", subject=_SUBJECT, details=details
                )
                work.commit()
        return _FIRST.get(code)


def sources_of(view: View) -> tuple[RecordSource, ...]:
    """Return the catalogues as they hold now."""
    own = {stored.code: _source_of(stored) for stored in view.record_sources.all()}
    return tuple(sorted((_FIRST | own).values(), key=lambda source: (source.position, source.code)))


def source_of(view: View, code: str) -> RecordSource:
    """Return the catalogue of that code; raises SourceUnknown."""
    found = next((source for source in sources_of(view) if source.code == code), None)
    if found is None:
        raise SourceUnknown(source=code)
    return found


def _source_of(stored: StoredSource) -> RecordSource:
    return RecordSource(
        stored.code,
        _target_of(stored.target),
        stored.active,
        stored.position,
        own=True,
        changed_by=stored.changed_by,
        changed_at=stored.changed_at,
    )


def _target_of(values: Mapping[str, Any]) -> SruTarget:
    # Written by an older or newer program, a target may know more or less than this one.
    return SruTarget(**{"name": "", "address": "", **{k: v for k, v in values.items() if k in _NAMES}})


def _refuse_changed(before: RecordSource | None, opened: RecordSource | None, code: str) -> None:
    if before != opened:
        raise SourceChangedMeanwhile(source=code, account=(before.changed_by if before else None) or "–")


def _told(source: RecordSource | None) -> dict[str, object] | None:
    if source is None:
        return None
    return {
        "code": source.code,
        "active": source.active,
        "position": source.position,
        **asdict(source.target),
    }
