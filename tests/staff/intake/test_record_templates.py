"""New records from templates: with what was typed, once for the same, and templates of the library's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.description import describe
from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.model.errors import RecordUnknown
from kiosk.model.record import BibRecord, Form
from kiosk.model.staff_errors import (
    NotAllowed,
    RecordTemplateInvalid,
    RecordTemplateUnknown,
    TitleMissing,
)
from kiosk.staff.intake.first_templates import FIRST_TEMPLATES
from kiosk.staff.intake.new_titles import NewTitle, begun
from kiosk.staff.intake.templates import RecordTemplates
from kiosk.storage import Database
from kiosk.storage.imports import Outcome
from tests.catalog.conftest import NOW
from tests.catalog.small_records import record
from tests.staff.people import signed

ANNA = signed("editor")
TYLL = NewTitle("Tyll", "Kehlmann, Daniel", "3-498-03567-3", 2017, "ger", "Rowohlt")


@pytest.fixture
def templates(library: Database) -> RecordTemplates:
    return RecordTemplates(library)


def stored(database: Database, number: int) -> BibRecord:
    with database.read() as view:
        found = view.records.get(number)
    assert found is not None
    return found


@pytest.mark.parametrize("form", list(Form))
def test_there_is_a_template_for_every_form_and_it_makes_that_form(
    library: Database, templates: RecordTemplates, form: Form
) -> None:
    taken = templates.make(ANNA, form.value, TYLL, at=NOW)
    found = stored(library, taken.record_id)
    told = found.description
    assert (told.form, told.title, told.authors) == (form, "Tyll", ("Kehlmann, Daniel",))
    assert (told.year, told.language, told.isbns) == (2017, "ger", ("9783498035679",))
    marc = read_back(found.marc)
    tags = [field.tag for field in marc.fields]
    assert tags == sorted(tags)
    assert marc.data("008")[:6] == "261124"
    with library.read() as view:
        assert [entry.act for entry in view.audit.about("record", found.id)] == ["record.made"]


def test_the_same_typed_twice_is_one_record_unless_wanted_apart(
    library: Database, templates: RecordTemplates
) -> None:
    first = templates.make(ANNA, "book", TYLL, at=NOW)
    assert first.outcome is Outcome.CREATED
    again = templates.make(ANNA, "book", NewTitle("Tyll", isbn="9783498035679"), at=NOW)
    assert (again.record_id, again.outcome) == (first.record_id, Outcome.UNCHANGED)
    assert stored(library, first.record_id).description.authors == ("Kehlmann, Daniel",)
    apart = templates.make(ANNA, "book", TYLL, at=NOW, apart=True)
    assert apart.outcome is Outcome.CREATED
    assert apart.record_id != first.record_id


def test_an_article_does_not_file_and_an_invalid_isbn_is_kept_as_such() -> None:
    made = begun(FIRST_TEMPLATES["book"][1], NewTitle("Der Prozess", isbn="3-498-99999"), NOW, apart=False)
    german = begun(FIRST_TEMPLATES["book"][1], NewTitle("Der Prozess", language="ger"), NOW, apart=False)
    assert [field.subfields for field in made.all("020")] == [(("z", "3-498-99999"),)]
    assert [field.indicators for field in german.all("245")] == ["04"]


@given(st.text(max_size=80), st.text(max_size=30), st.text(max_size=20))
def test_whatever_is_typed_makes_a_record_that_can_be_stored(title: str, author: str, isbn: str) -> None:
    made = begun(FIRST_TEMPLATES["book"][1], NewTitle(title, author, isbn), NOW, apart=True)
    assert read_back(new_record(made).marc).get("008") == made.get("008")
    assert describe(made).form is Form.BOOK


def test_a_record_without_a_title_is_not_made(library: Database, templates: RecordTemplates) -> None:
    for title in ("", "  \t"):
        with pytest.raises(TitleMissing):
            templates.make(ANNA, "book", NewTitle(title), at=NOW)
    with pytest.raises(RecordTemplateUnknown):
        templates.make(ANNA, "papyrus", TYLL, at=NOW)
    with pytest.raises(NotAllowed):
        templates.make(signed("circulation"), "book", TYLL, at=NOW)
    with library.read() as view:
        assert view.records.counts().titles == 0


def test_a_template_made_of_a_record_keeps_what_it_is_and_not_what_it_is_called(
    library: Database, templates: RecordTemplates
) -> None:
    comic = record(
        "001 9",
        "003 DE-1",
        "008 200101s2020    gw a          000 1 ger d",
        "020 ## $a9783498035679",
        "100 1# $aMoers",
        "245 10 $aAdolf",
        "655 #7 $aComic$2gnd-content",
        "700 1# $aWer",
    )
    with library.act() as act:
        made = act.records.add(new_record(comic), NOW)
        act.commit()
    template = templates.save(ANNA, "Comic, deutsch", made.key, at=NOW)
    assert (template.code, template.own, template.form) == ("comic-deutsch", True, Form.BOOK)
    assert [field.tag for field in template.record.fields] == ["008", "655"]
    assert template in templates.all(ANNA)
    taken = templates.make(ANNA, template.code, NewTitle("Asterix", year=1959), at=NOW)
    marc = read_back(stored(library, taken.record_id).marc)
    assert marc.data("008").startswith("261124s1959    gw a")
    assert stored(library, taken.record_id).description.language == "ger"
    assert [field.first("a") for field in marc.all("655")] == ["Comic"]


def test_a_template_is_replaced_by_name_and_forgotten(library: Database, templates: RecordTemplates) -> None:
    with library.act() as act:
        made = act.records.add(new_record(record("001 1", "245 00 $aX")), NOW)
        act.commit()
    for _ in range(2):
        templates.save(ANNA, "Eigene", made.key, at=NOW)
    assert sum(template.own for template in templates.all(ANNA)) == 1
    templates.forget(ANNA, "eigene", at=NOW)
    for code in ("eigene", "book"):
        with pytest.raises(RecordTemplateUnknown):
            templates.forget(ANNA, code, at=NOW)
    for name in ("", " – ", "Book"):
        with pytest.raises(RecordTemplateInvalid):
            templates.save(ANNA, name, made.key, at=NOW)
    with pytest.raises(RecordUnknown):
        templates.save(ANNA, "Andere", "r999", at=NOW)
    with library.read() as view:
        assert next(entry.act for entry in view.audit.latest()) == "record_template.forget"
