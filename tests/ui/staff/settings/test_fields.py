"""The values of settings as they are typed and read."""

import pytest

from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.settings.leaves import Plain, leaves_of
from kiosk.ui.staff.settings.elements import elements
from kiosk.ui.staff.settings.fields import Field, FieldKind, library_fields, part_kinds, read, written
from kiosk.ui.staff.settings.roles_part import code_of
from kiosk.words import wording
from tests.storage.builders import library as full_library

LIBRARY = full_library()
COUNT = Field(("idle_seconds",), FieldKind.COUNT)
DAYS = Field(("retention", "audit"), FieldKind.DAYS)
MONEY = Field(("membership_fee",), FieldKind.MONEY)
TEXT = Field(("phone",), FieldKind.TEXT)
SERVICE = Field((), FieldKind.SERVICE, said="service_value")


@pytest.mark.parametrize(
    ("field", "text", "language", "value"),
    [
        (COUNT, " 45 ", "en", 45),
        (COUNT, "", "en", None),
        (DAYS, "365", "de", 365),
        (DAYS, "für immer", "de", "forever"),
        (DAYS, "Forever", "pl", "forever"),
        (MONEY, "12,50 €", "de", "12.50"),
        (TEXT, " +49 30 1 ", "en", "+49 30 1"),
        (SERVICE, "40", "pl", 40),
        (SERVICE, "0,10", "de", "0.10"),
        (SERVICE, "€1.50", "en", "1.50"),
        (SERVICE, "2 Stunden", "de", "2 hours"),
        (SERVICE, "1 week", "pl", "1 weeks"),
        (SERVICE, "5 tygodni", "pl", "5 weeks"),
        (SERVICE, "22 miesiące", "pl", "22 months"),
        (SERVICE, "1 rok", "pl", "1 years"),
    ],
)
def test_a_field_reads_what_is_typed(field: Field, text: str, language: str, value: Plain | None) -> None:
    words = wording(language)
    assert read(field, text, words, "EUR") == value
    assert read(field, written(field, value, words, "EUR"), words, "EUR") == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (COUNT, "many"),
        (COUNT, "-1"),
        (DAYS, "1.5"),
        (MONEY, "much"),
        (SERVICE, ""),
        (SERVICE, "2 moons"),
        (SERVICE, "-1"),
    ],
)
def test_what_cannot_be_is_refused(field: Field, text: str) -> None:
    with pytest.raises(SettingsInvalid):
        read(field, text, wording("en"), "EUR")


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_field_has_a_word(language: str) -> None:
    words = wording(language)
    fields = [*library_fields(LIBRARY)]
    for kind in part_kinds(LIBRARY).values():
        fields += [*kind.known_by, *kind.fields]
    assert not [field.word for field in fields if words(field.word) == field.word]


def test_a_new_element_is_known_by_the_label_that_its_leaves_have() -> None:
    kinds = part_kinds(LIBRARY)
    assert (
        kinds["shelf"].label({"branch": "MAIN", "id": "s-1", "location": "A", "from": "A", "to": "B"})
        == "MAIN/s-1"
    )
    assert kinds["channel"].label({"kind": "phone", "value": "+49 1"}) == "phone/+49 1"
    assert kinds["item_type"].label({"code": "map"}) == "map"


def test_the_list_shows_names_in_the_language_of_the_desk() -> None:
    found = {
        one.label: one.name for one in elements("patron_category", leaves_of(LIBRARY), wording("de"), "EUR")
    }
    assert found == {"adult": "Erwachsene", "child": "Kind"}


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Trainees", (), "trainees"),
        ("Zespół 2", (), "zespół-2"),
        ("Editor", ("editor",), "editor-2"),
        ("Editor", ("editor", "editor-2"), "editor-3"),
        (" – ", (), ""),
    ],
)
def test_a_new_role_gets_a_code_that_no_other_has(name: str, taken: tuple[str, ...], code: str) -> None:
    assert code_of(name, taken) == code
