"""Column names as libraries write them, and the column that each means."""

from collections.abc import Mapping

from kiosk.catalog.folding import fold

# The columns of the contract and what else a table may say, in the order of an export. The last is
# the id under which this library exported a record.
COLUMNS = (
    *("control_number", "title", "subtitle", "original_title", "author", "contributors", "year", "isbn"),
    *("language", "form", "subjects", "publisher", "place", "extent", "series", "summary", "audience"),
    *("call_number", "barcode", "branch", "location", "item_type", "price", "condition", "not_for_loan"),
    *("due", "note", "parts", "record"),
)

_SYNONYMS = {
    "control_number": "id|record id|recordid|control no|biblionumber|bib id|mms id|001"
    "|kontrollnummer|titel id|titelnummer|datensatz|ppn|numer kontrolny|identyfikator|nr rekordu",
    "title": "titel|hauptsachtitel|haupttitel|name|book title|tytul|title proper|ht",
    "subtitle": "sub title|untertitel|zusatz|titelzusatz|zusatz zum titel|podtytul|dodatek do tytulu",
    "original_title": "originaltitel|uniform title|einheitstitel|tytul oryginalu|tytul oryginalny",
    "author": "authors|autor|autoren|verfasser|verfasserin|urheber|creator|main author|writer|autorzy"
    "|artist|interpret|composer|komponist|director|regisseur|regie|tworca|author name",
    "contributors": "contributor|mitwirkende|beteiligte|beteiligte personen|other authors|weitere personen"
    "|wspoltworcy|wspolautorzy|additional authors",
    "year": "jahr|erscheinungsjahr|publication year|year of publication|pub year|date|publication date|ej"
    "|published|rok|rok wydania|original publication year|copyright|datum",
    "isbn": "isbn13|isbn 13|isbn10|isbn 10|isbns|isbn issn|issn|isbn nr|ean|numer isbn",
    "language": "lang|language code|languages|sprache|sprachen|sprachcode|jezyk|kod jezyka",
    "form": "format|type of material|material|material type|materialart|medienform|media type|medium"
    "|mediengruppe|publikationsform|rodzaj|typ dokumentu|forma|postac",
    "subjects": "subject|subject headings|topics|keywords|tags|genre|genres|schlagwort|schlagworte"
    "|schlagworter|thema|themen|temat|tematy|hasla|hasla przedmiotowe|slowa kluczowe",
    "publisher": "verlag|verlage|imprint|wydawca|wydawnictwo|label|publisher name",
    "place": "place of publication|publication place|ort|verlagsort|erscheinungsort|miejsce|miejsce wydania",
    "extent": "pages|umfang|seiten|seitenzahl|physical description|num pages|number of pages|objetosc|strony"
    "|opis fizyczny|liczba stron",
    "series": "reihe|serie|gesamttitel|series title|seria",
    "summary": "abstract|description|annotation|inhalt|zusammenfassung|beschreibung|streszczenie|opis"
    "|annotacja",
    "audience": "target audience|zielgruppe|interessenkreis|altersgruppe|odbiorca|odbiorcy|grupa docelowa",
    "call_number": "callnumber|call no|shelfmark|shelf mark|classification|signatur|systematik"
    "|standortsignatur|sygnatura|item call number|itemcallnumber|ddc|dewey",
    "barcode": "bar code|item barcode|item id|strichcode|mediennummer|exemplarnummer|buchungsnummer"
    "|barcodenummer|kod kreskowy|kod|nr inwentarzowy|copy barcode|medienbarcode",
    "branch": "library|home library|homebranch|home branch|branch code|zweigstelle|bibliothek|filiale"
    "|standort|filia|biblioteka|placowka|owning library",
    "location": "shelving location|shelf location|collection|abteilung|aufstellung|regalstandort"
    "|lokalizacja|dzial",
    "item_type": "itemtype|item type code|itype|material code|medientyp|medienart|exemplartyp|exemplarart"
    "|typ egzemplarza|typ|rodzaj egzemplarza|loan type",
    "price": "replacement price|cost|preis|anschaffungspreis|cena|kaufpreis",
    "condition": "item status|status|zustand|exemplarstatus|stan|status egzemplarza",
    "not_for_loan": "notforloan|reference only|nicht ausleihbar|prasenz|prasenzbestand|nie do wypozyczenia",
    "due": "due date|date due|faellig|fallig|fallig am|falligkeit|leihfrist bis|termin zwrotu",
    "note": "item note|public note|bemerkung|notiz|anmerkung|uwagi|uwaga",
    "parts": "item parts|materials specified|bestandteile|beilagen|czesci skladowe|dolaczone czesci",
}


def _names() -> dict[str, str]:
    found = {fold(column): column for column in COLUMNS}
    for column, names in _SYNONYMS.items():
        for name in names.split("|"):
            found.setdefault(_squeezed(name), column)
    return found | {_squeezed(column): column for column in COLUMNS}


def _squeezed(name: str) -> str:
    return fold(name).replace(" ", "")


class Header:
    """Which cell of a row belongs to which column.

    ``chosen`` says of headings what they mean, in place of what would be taken; no column: nothing.
    """

    def __init__(self, cells: list[str], chosen: Mapping[str, str] | None = None) -> None:
        names = _names()
        meant = {
            cell.strip(): column if column in COLUMNS else None for cell, column in (chosen or {}).items()
        }
        self.columns = [meant.get(cell.strip(), names.get(_squeezed(cell))) for cell in cells]
        self.width = len(cells)
        self.unknown = tuple(
            cell.strip()
            for cell, column in zip(cells, self.columns, strict=True)
            if not column and cell.strip() and cell.strip() not in meant
        )
        # "authors" promises several, and some programs part them by commas.
        self.authors_by_comma = any(fold(cell) == "authors" for cell in cells)

    @property
    def is_usable(self) -> bool:
        """Return whether rows can describe a record, or name one and add an item to it."""
        known = set(self.columns)
        return "title" in known or {"control_number", "barcode"} <= known or {"isbn", "barcode"} <= known

    @property
    def known(self) -> frozenset[str]:
        """Return the columns that the table has."""
        return frozenset(column for column in self.columns if column)

    def values(self, cells: list[str]) -> dict[str, list[str]]:
        """Return the cells that hold something by column, several where names share a column."""
        found: dict[str, list[str]] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            text = cell.strip()
            if column and text:
                found.setdefault(column, []).append(text)
        return found
