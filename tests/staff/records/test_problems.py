"""What is wrong with a record is told by field, with the reason and the place."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.marc.record import Field, MarcRecord, control, data_field
from kiosk.staff.records.problems import Degree, RecordProblem, blocking, problems_of
from kiosk.words import wording

from .shelf import wolf_hall

TODAY = date(2026, 11, 24)


def found(record: MarcRecord) -> list[tuple[str, str, str, int | None]]:
    return [(one.key, one.tag, one.code, one.position) for one in problems_of(record, TODAY)]


def having(*fields: Field) -> MarcRecord:
    tags = {field.tag for field in fields}
    kept = [field for field in wolf_hall().fields if field.tag not in tags]
    return wolf_hall().having([*kept, *fields])


def test_a_good_record_has_nothing_wrong_with_it() -> None:
    assert found(wolf_hall()) == []


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        (data_field("020", "  ", ("a", "978-0-00-723018-2 (pbk.)")), ("isbn_check", "020", "a", 16)),
        (data_field("020", "  ", ("a", "0007230183")), ("isbn_check", "020", "a", 9)),
        (data_field("020", "  ", ("a", "12345")), ("isbn_length", "020", "a", 0)),
        (data_field("020", "  ", ("a", "1230007230181")), ("isbn_prefix", "020", "a", 0)),
        (data_field("020", "  ", ("a", "9.78E+12")), ("isbn_ruined", "020", "a", 0)),
        (data_field("020", "  ", ("a", "kartoniert")), ("isbn_none", "020", "a", 0)),
        (data_field("022", "  ", ("a", "0028-0837")), ("issn_check", "022", "a", 8)),
        (data_field("022", "  ", ("a", "28")), ("issn_shape", "022", "a", 0)),
        (data_field("245", "10", ("c", "Hilary Mantel.")), ("title_missing", "245", "a", None)),
        (data_field("245", "14", ("a", "Wolf Hall")), ("filing_count", "245", "a", 4)),
        (data_field("245", "1x", ("a", "Wolf Hall")), ("indicator", "245", "", 1)),
        (data_field("264", " 1", ("c", "2009-2103")), ("year_ahead", "264", "c", 5)),
        (data_field("264", " 1", ("c", "2008")), ("years_differ", "264", "c", 0)),
        (data_field("500", "  ", ("a", "a\tb")), ("control_character", "500", "a", 1)),
        (data_field("500", "  ", ("a", "ab\ud800")), ("not_utf8", "500", "a", 2)),
        (data_field("500", "  ", ("a", "ab�")), ("lost_character", "500", "a", 2)),
        (data_field("500", "  ", ("a", " ")), ("field_empty", "500", "", None)),
        (data_field("500", "  ", ("a", "x"), ("b", "")), ("subfield_empty", "500", "b", None)),
        (data_field("500", "  ", ("A", "x")), ("subfield_code", "500", "A", None)),
        (data_field("50", "  ", ("a", "x")), ("tag", "50", "", None)),
        (data_field("110", "2 ", ("a", "Firm")), ("two_main_entries", "110", "", None)),
        (control("500", "x"), ("field_kind", "500", "", None)),
        (control("005", "20261301000000.0"), ("moment_impossible", "005", "", None)),
        (control("008", "short"), ("coded_length", "008", "", None)),
        (control("008", "091301s2009    xxk           000 1 eng d"), ("coded_day", "008", "", 0)),
        (control("008", "090312x2009    xxk           000 1 eng d"), ("coded_date_kind", "008", "", 6)),
        (control("008", "090312s20o9    xxk           000 1 eng d"), ("coded_year", "008", "", 7)),
        (control("008", "090312s2109    xxk           000 1 eng d"), ("year_ahead", "008", "", 7)),
        (control("008", "090312m20092001xxk           000 1 eng d"), ("years_reversed", "008", "", 11)),
        (control("008", "090312s2009    xxk           000 1 e1g d"), ("coded_language", "008", "", 35)),
        (data_field("500", "  ", ("a", "x" * 10_000)), ("field_long", "500", "", None)),
    ],
)
def test_a_problem_is_told_with_its_field_and_position(
    field: Field, problem: tuple[str, str, str, int | None]
) -> None:
    assert problem in found(having(field))


@pytest.mark.parametrize(
    ("leader", "key", "position"),
    [
        ("00000xam a2200000 i 4500", "leader_status", 5),
        ("00000cxm a2200000 i 4500", "leader_type", 6),
        ("00000cax a2200000 i 4500", "leader_level", 7),
        ("00000camxa2200000 i 4500", "leader_control", 8),
        ("00000cam a2200000xi 4500", "leader_encoding", 17),
        ("00000cam a2200000 x 4500", "leader_rules", 18),
        ("00000cam a2200000 ix4500", "leader_multipart", 19),
    ],
)
def test_a_leader_is_told_by_position(leader: str, key: str, position: int) -> None:
    assert (key, "LDR", "", position) in found(MarcRecord(leader, wolf_hall().fields))


def test_a_leader_of_another_length_and_a_missing_008_are_told() -> None:
    assert found(MarcRecord("short", wolf_hall().fields))[0][0] == "leader_length"
    bare = wolf_hall().having(field for field in wolf_hall().fields if field.tag != "008")
    assert "coded_missing" in [key for key, *_ in found(bare)]
    twice = wolf_hall().having((*wolf_hall().fields, *wolf_hall().all("245")))
    assert "once" in [key for key, *_ in found(twice)]
    long = wolf_hall().having((*wolf_hall().fields, *[data_field("500", "  ", ("a", "x" * 9000))] * 12))
    assert "record_long" in [key for key, *_ in found(long)]


def test_an_isbn_is_told_with_the_digit_that_would_fit() -> None:
    (problem,) = problems_of(having(data_field("020", "  ", ("a", "9780007230182"))), TODAY)
    assert dict(problem.values)["digit"] == "1"


def test_the_same_mistake_is_told_at_each_of_its_places() -> None:
    twice = data_field("500", "  ", ("a", "A note"), ("b", " "))
    record = wolf_hall()
    for before in (record, record.having(record.fields[:-2])):
        places = [len(before.fields), len(before.fields) + 1]
        found = problems_of(before.having((*before.fields, twice, twice)), TODAY)
        assert [one.place for one in found if one.key == "subfield_empty"] == places


def test_only_what_a_change_brings_blocks_it() -> None:
    broken = having(data_field("020", "  ", ("a", "9780007230182")))
    twice = broken.having((*broken.fields, *broken.all("020")))
    assert blocking(broken, broken, TODAY) == ()
    assert len(blocking(broken, wolf_hall(), TODAY)) == 1
    assert len(blocking(twice, broken, TODAY)) == 1
    assert len(blocking(twice, None, TODAY)) == 2


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_at_all_stops_the_checks(tag: str, value: str) -> None:
    fields = (control("008", value), data_field(tag or "500", "  ", ("a", value)))
    isbn = (data_field("020", "  ", ("a", value)), data_field("245", "19", ("a", value)))
    for one in problems_of(wolf_hall().having((*fields, *isbn)), TODAY):
        assert one.degree in Degree


def keys() -> set[str]:
    import re
    from pathlib import Path

    import kiosk.staff.records.problems as room

    texts = (path.read_text(encoding="utf-8") for path in Path(room.__path__[0]).glob("*.py"))
    whole = "\n".join(texts)
    made = set(re.findall(r'(?:wrong|warned)\(\s*"(\w+)"', whole))
    return made | set(re.findall(r'"(leader_\w+)", _', whole))


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_problem_has_a_sentence(language: str) -> None:
    catalogue = wording(language).catalogue
    assert len(keys()) > 30
    assert [key for key in keys() if f"staff.records.problem.{key}" not in catalogue] == []
    assert RecordProblem("tag", "x").degree is Degree.ERROR
