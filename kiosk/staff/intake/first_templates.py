"""The templates that come with the program: one for each form, with its codes and media types."""

from types import MappingProxyType

from kiosk.catalog.description import describe
from kiosk.catalog.marc.record import Field, MarcRecord, data_field
from kiosk.catalog.tables.table_row import blank_row
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
# RDA's codes of content, media and carrier, which are the same in every language.
_MEDIA = {
    Form.BOOK: ("txt", "n", "nc"),
    Form.EBOOK: ("txt", "c", "cr"),
    Form.AUDIOBOOK: ("spw", "s", "sd"),
    Form.MUSIC: ("prm", "s", "sd"),
    Form.FILM: ("tdi", "v", "vd"),
    Form.GAME: ("tdf", "n", "nr"),
    Form.SERIAL: ("txt", "n", "nc"),
    Form.MAP: ("cri", "n", "nb"),
    Form.SCORE: ("ntm", "n", "nc"),
}
_EXTENT = {Form.AUDIOBOOK: "1 CD", Form.MUSIC: "1 CD", Form.FILM: "1 DVD"}
_KINDS = (("336", "rdacontent"), ("337", "rdamedia"), ("338", "rdacarrier"))
_OF_A_TITLE = frozenset({"001", "003", "245"})


def _template(form: Form) -> MarcRecord:
    made = to_marc(blank_row(form))
    fields = [field for field in made.fields if field.tag not in _OF_A_TITLE]
    return made.having((*fields, *_extent(form), *_media(form)))


def _extent(form: Form) -> list[Field]:
    return [data_field("300", "  ", ("a", _EXTENT[form]))] if form in _EXTENT else []


def _media(form: Form) -> list[Field]:
    codes = _MEDIA.get(form, ())
    return [
        data_field(tag, "  ", ("b", code), ("2", source))
        for code, (tag, source) in zip(codes, _KINDS, strict=False)
    ]


def form_of_record(record: MarcRecord) -> Form:
    """Return what a template makes."""
    return describe(record).form


FIRST_TEMPLATES = MappingProxyType(
    {
        form.value: (LocalText.of(dict(zip(("en", "de", "pl"), names, strict=True))), _template(form))
        for form, names in _NAMES.items()
    }
)
