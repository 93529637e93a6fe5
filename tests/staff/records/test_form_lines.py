"""Lines of the form, typed as people type them, over subfields as cataloguers write them."""

import pytest

from kiosk.catalog.marc.record import DEFAULT_LEADER, Field, MarcRecord, control, data_field
from kiosk.model.record import Form
from kiosk.staff.records.form_fields import FormField, form_value, with_form_value
from kiosk.staff.records.marc_text import content_text, field_of, retagged

ISBD = "00000cam a2200000 i 4500"
PLAIN = "00000cam a2200000 c 4500"


def record(*fields: Field, leader: str = ISBD) -> MarcRecord:
    return MarcRecord(leader, fields)


def row(text: str, indicators: str = "10", tag: str = "245") -> Field:
    return field_of(tag, indicators, text)


@pytest.mark.parametrize(
    ("field", "stored", "shown"),
    [
        (FormField.TITLE, "245 $a Wolf Hall / $c Hilary Mantel.", "Wolf Hall"),
        (FormField.RESPONSIBILITY, "245 $a Wolf Hall / $c Hilary Mantel.", "Hilary Mantel"),
        (
            FormField.TITLE,
            "245 $a Faust. $n Teil 1, $p Der Tragödie erster Teil : $b Text /",
            "Faust. Teil 1, Der Tragödie erster Teil : Text",
        ),
        (FormField.TITLE, "245 $a Up $h [videorecording] : $b a film / $c Pixar", "Up : a film"),
        (FormField.PUBLISHED, "264 $a London : $b Fourth Estate, $c 2009.", "London : Fourth Estate, 2009"),
        (FormField.PUBLISHED, "264 $a Berlin $b Rowohlt $c 2005", "Berlin : Rowohlt, 2005"),
        (
            FormField.EXTENT,
            "300 $a 650 pages : $b ill. ; $c 24 cm + $e 1 CD",
            "650 pages : ill. ; 24 cm + 1 CD",
        ),
        (FormField.AUTHOR, "100 $a Mantel, Hilary, $d 1952-2022, $e author.", "Mantel, Hilary, 1952-2022"),
        (FormField.ISBN, "020 $a 9780007230181 (hbk.)", "978-0-00-723018-1"),
        (FormField.SERIES, "490 $a Insel-Bücherei ; $v 4", "Insel-Bücherei ; 4"),
    ],
)
def test_a_line_reads_as_on_a_catalogue_card(field: FormField, stored: str, shown: str) -> None:
    tag, _, text = stored.partition(" ")
    assert form_value(record(row(text, " 1" if tag == "264" else "1 ", tag)), field) == shown


@pytest.mark.parametrize(
    ("field", "before", "typed", "after"),
    [
        (
            FormField.TITLE,
            "245 $a Wolf Hall / $c H. M.",
            "Wolf Hall : a novel",
            "$a Wolf Hall : $b a novel / $c H. M.",
        ),
        (FormField.TITLE, "245 $a Wolf Hall : $b a novel / $c H. M.", "Wolf Hall", "$a Wolf Hall / $c H. M."),
        (
            FormField.TITLE,
            "245 $a Wolf = A wolf / $c H. M.",
            "Wolf = A wolf!",
            "$a Wolf = A wolf! / $c H. M.",
        ),
        (FormField.RESPONSIBILITY, "245 $a Wolf Hall.", "Hilary Mantel", "$a Wolf Hall / $c Hilary Mantel"),
        (FormField.RESPONSIBILITY, "245 $a Wolf Hall / $c H. Mantel.", "", "$a Wolf Hall."),
        (
            FormField.RESPONSIBILITY,
            "245 $a Wolf / $c H. Mantel.",
            "H. Mantel et al.",
            "$a Wolf / $c H. Mantel et al.",
        ),
        (
            FormField.PUBLISHED,
            "264 $a London : $b 4th, $c 2009.",
            "London : 4th, 2010",
            "$a London : $b 4th, $c 2010.",
        ),
        (
            FormField.PUBLISHED,
            "264 $3 vol. 1 $a London, $c 2009.",
            "London : 4th, 2009",
            "$3 vol. 1 $a London : $b 4th, $c 2009.",
        ),
        (
            FormField.PUBLISHED,
            "264 $a London : $b F, S, and G, $c 2009.",
            "London : F, S and G, 2009",
            "$a London : $b F, S and G, $c 2009.",
        ),
        (
            FormField.AUTHOR,
            "100 $a Mantel, H., $d 1952- $e author. $0 (DE-588)1",
            "Mantel, Hilary, 1952-",
            "$a Mantel, Hilary, $d 1952- $e author. $0 (DE-588)1",
        ),
        (
            FormField.ISBN,
            "020 $a 0007230184 (pbk.) : $c 9.99",
            "978-0-00-723018-1",
            "$a 9780007230181 (pbk.) : $c 9.99",
        ),
        (FormField.SERIES, "490 $a Insel ; $v 4 $x 0028-0836", "Insel ; 5", "$a Insel ; $v 5 $x 0028-0836"),
    ],
)
def test_a_typed_change_becomes_subfields(field: FormField, before: str, typed: str, after: str) -> None:
    tag, _, text = before.partition(" ")
    stored = row(text, " 1" if tag == "264" else "1 ", tag)
    (changed,) = with_form_value(record(stored), field, typed).fields
    assert content_text(changed) == after
    assert changed.indicators == stored.indicators


@pytest.mark.parametrize(
    ("field", "typed", "after"),
    [
        (FormField.TITLE, "Wolf Hall : a novel", "245 00 $a Wolf Hall : $b a novel"),
        (FormField.AUTHOR, "Mantel, Hilary, 1952-2022", "100 1  $a Mantel, Hilary, $d 1952-2022"),
        (FormField.AUTHOR, "Voltaire", "100 0  $a Voltaire"),
        (
            FormField.PUBLISHED,
            "London : Fourth Estate, [2009]",
            "264  1 $a London : $b Fourth Estate, $c [2009]",
        ),
        (FormField.PUBLISHED, "2009", "264  1 $c 2009"),
        (FormField.EXTENT, "2 CDs ; 12 cm + Beiheft", "300    $a 2 CDs ; $c 12 cm + $e Beiheft"),
        (FormField.CALL_NUMBER, "FIC MAN", "099    $a FIC MAN"),
        (FormField.NOTES, "Eine Note", "500    $a Eine Note"),
    ],
)
def test_a_first_word_makes_the_field(field: FormField, typed: str, after: str) -> None:
    (made,) = with_form_value(record(), field, typed).fields
    assert f"{made.tag} {made.indicators} {content_text(made)}" == after


def test_a_record_without_punctuation_gets_none() -> None:
    bare = record(row("$a Wolf"), leader=PLAIN)
    (changed,) = with_form_value(bare, FormField.TITLE, "Wolf : Roman").fields
    assert content_text(changed) == "$a Wolf $b Roman"
    assert form_value(record(changed, leader=PLAIN), FormField.TITLE) == "Wolf : Roman"


@pytest.mark.parametrize("field", [FormField.AUTHOR, FormField.PUBLISHED, FormField.NOTES, FormField.ISBN])
def test_an_emptied_line_takes_its_field_away(field: FormField) -> None:
    whole = record(
        row("$a 9780007230181", "  ", "020"),
        row("$a Mantel, $e author $0 x", "1 ", "100"),
        row("$a Wolf"),
        row("$3 v $a London, $c 2009", " 1", "264"),
        row("$a Eine Note", "  ", "500"),
    )
    assert len(with_form_value(whole, field, "").fields) == 4


def test_a_note_taken_out_of_the_middle_leaves_the_others() -> None:
    notes = [row(f"$a {n} $5 X{n}", "  ", "500") for n in "abc"]
    assert with_form_value(record(*notes), FormField.NOTES, "a\nc").fields == (notes[0], notes[2])


def test_the_audience_goes_where_the_kind_of_material_has_it() -> None:
    coded = control("008", "260101s2009    xxk           000 1 eng d")
    book = with_form_value(record(coded), FormField.AUDIENCE, "children")
    assert book.data("008")[22] == "j"
    serial = record(coded, leader="00000cas a2200000 i 4500")
    assert with_form_value(serial, FormField.AUDIENCE, "youth").all("521")[0].first("a") == "youth"


def test_a_kept_kind_of_text_stays_when_a_manuscript_becomes_an_ebook() -> None:
    manuscript = record(leader="00000ctm a2200000 i 4500")
    changed = with_form_value(manuscript, FormField.FORM, Form.EBOOK)
    assert (changed.leader[6], form_value(changed, FormField.FORM)) == ("t", "ebook")


@pytest.mark.parametrize("value", ["US$ 20", "{dollar} {lcub}", "a  $b", " kept ", "{dollar", "$", ""])
def test_no_value_is_lost_between_the_table_and_its_field(value: str) -> None:
    field = data_field("500", " 1", ("a", value), ("b", value), ("a", "x"))
    assert field_of("500", " 1", content_text(field)) == field


def test_a_row_may_be_typed_as_others_write_it() -> None:
    assert field_of("245", "1#", "Wolf$bHall").subfields == (("a", "Wolf"), ("b", "Hall"))
    assert field_of("245", "", "").subfields == (("a", ""),)
    assert field_of("245", "_1", "$aX").indicators == " 1"


def test_another_tag_takes_the_content_along() -> None:
    assert retagged(data_field("500", "  ", ("a", "x"), ("b", "y")), "005") == control("005", "x y")
    assert retagged(data_field("500", "  ", ("a", "x")), "246").indicators == "1 "
    assert retagged(data_field("245", "14", ("a", "x")), "500").indicators == "  "
    assert retagged(control("005", "x"), "500") == data_field("500", "  ", ("a", "x"))
    assert DEFAULT_LEADER[5:7] == "na"


def test_what_is_pasted_in_pieces_is_stored_whole() -> None:
    pieces = "Mu\u0308ller"
    typed = with_form_value(record(), FormField.TITLE, pieces)
    assert typed.fields[0].first("a") == "Müller"
    assert field_of("500", "  ", f"$a {pieces}").first("a") == "Müller"
