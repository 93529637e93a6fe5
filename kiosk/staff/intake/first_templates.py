"""The templates that come with the program: one for each form, with its codes and media types."""

from types import MappingProxyType

from kiosk.catalog.description import describe
from kiosk.catalog.marc.record import Field, MarcRecord, data_field
from kiosk.catalog.tables.media_types import media_fields
from kiosk.catalog.tables.table_row import TableRow
from kiosk.catalog.tables.to_marc import to_marc
from kiosk.model.record import Form
from kiosk.model.texts import LocalText

_NAMES = {
    Form.BOOK: ("Book", "Buch", "Książka"),
    Form.EBOOK: ("E-book", "E-Book", "E-book"),
    Form.AUDIOBOOK: ("Audiobook", "Hörbuch", "Audiobook"),
    Form.MUSIC: ("Music CD", "Musik-CD", "Muzyka na CD"),
    Form.FILM: ("Film on DVD", "Film auf DVD", "Film na DVD"),
    Form.GAME: ("Game", "Spiel", "Gra"),
    Form.SERIAL: ("Magazine", "Zeitschrift", "Czasopismo"),
    Form.MAP: ("Map", "Karte", "Mapa"),
    Form.SCORE: ("Sheet music", "Noten", "Nuty"),
    Form.KIT: ("Kit", "Medienpaket", "Zestaw"),
}
_EXTENT = {Form.AUDIOBOOK: "1 CD", Form.MUSIC: "1 CD", Form.FILM: "1 DVD"}
_OF_A_TITLE = frozenset({"001", "003", "245"})


def _template(form: Form) -> MarcRecord:
    made = to_marc(TableRow(form=form))
    fields = [field for field in made.fields if field.tag not in _OF_A_TITLE]
    return made.having((*fields, *_extent(form), *media_fields(form)))


def _extent(form: Form) -> list[Field]:
    return [data_field("300", "  ", ("a", _EXTENT[form]))] if form in _EXTENT else []


def form_of_record(record: MarcRecord) -> Form:
    """Return what a template makes."""
    return describe(record).form


FIRST_TEMPLATES = MappingProxyType(
    {
        form.value: (LocalText.of(dict(zip(("en", "de", "pl"), names, strict=True))), _template(form))
        for form, names in _NAMES.items()
    }
)
