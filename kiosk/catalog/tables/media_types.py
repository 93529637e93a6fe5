"""RDA's content, media and carrier types of each form, as MARC fields: the same in every language."""

from types import MappingProxyType

from kiosk.catalog.marc.record import Field, data_field
from kiosk.model.record import Form

# Codes of the MARC code lists for RDA terms; a kit has no one carrier.
MEDIA_TYPES = MappingProxyType(
    {
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
)
_KINDS = (("336", "rdacontent"), ("337", "rdamedia"), ("338", "rdacarrier"))


def media_fields(form: Form) -> list[Field]:
    """Return the fields 336, 337 and 338 of a form; none where the form has no types of its own."""
    return [
        data_field(tag, "  ", ("b", code), ("2", source))
        for code, (tag, source) in zip(MEDIA_TYPES.get(form, ()), _KINDS, strict=False)
    ]
