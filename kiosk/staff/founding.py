"""Founds a library in an empty folder, and fills one with the sample library."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.rule import CirculationRule, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.model.texts import LocalText

_ITEM_TYPES = {
    "book": ("Book", "Buch", "Książka"),
    "audiobook": ("Audiobook", "Hörbuch", "Audiobook"),
    "dvd": ("DVD", "DVD", "DVD"),
    "music": ("Music CD", "Musik-CD", "Muzyka na CD"),
    "game": ("Game", "Spiel", "Gra"),
    "magazine": ("Magazine", "Zeitschrift", "Czasopismo"),
    "map": ("Map", "Karte", "Mapa"),
    "reference": ("Reference", "Präsenzbestand", "Księgozbiór podręczny"),
}


def _named(english: str, german: str, polish: str) -> LocalText:
    return LocalText.of({"en": english, "de": german, "pl": polish})


def empty_library(zone: str) -> Library:
    """Return the library with which an empty folder begins, all of it replaceable by a library file."""
    hours = (OpenSpan(time(9), time(18)),)
    week = (hours,) * 5 + ((), ())
    return Library(
        name=_named("Library", "Bibliothek", "Biblioteka"),
        time_zone=zone,
        currency="EUR",
        languages=("en", "de", "pl"),
        branches=(
            Branch("MAIN", _named("Main Library", "Hauptstelle", "Biblioteka Główna"), Calendar(zone, week)),
        ),
        patron_categories=(PatronCategory("adult", _named("Adults", "Erwachsene", "Dorośli")),),
        item_types=tuple(ItemType(code, _named(*names)) for code, names in _ITEM_TYPES.items()),
        rules=(
            CirculationRule(
                1,
                RuleScope(),
                RuleValues(loan_period=Period(28, PeriodUnit.DAYS), max_loans=10, renewals=2),
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class SampleFolder:
    """Where the parts of the sample library lie."""

    path: Path

    @property
    def library_file(self) -> Path:
        return self.path / "library.toml"

    @property
    def patrons(self) -> Path:
        return self.path / "patrons.csv"

    @property
    def acts(self) -> Path:
        return self.path / "acts.csv"

    @property
    def policies(self) -> Path:
        return self.path / "policies"

    @property
    def maps(self) -> Path:
        return self.path / "maps"

    def catalogue(self) -> tuple[Path, ...]:
        """Return the catalogue's files: works before copies, so that copies find their titles."""
        folder = self.path / "catalogue"
        return (*sorted(folder.glob("works-*.csv")), *sorted(folder.glob("copies*.csv")))
