"""MARCXML and MARC-in-JSON: namespaces, broken elements, hostile declarations, lines and arrays."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.marc.json_records import json_objects, read_back, to_json
from kiosk.catalog.marc.writing import to_xml
from kiosk.catalog.marc.xml_elements import elements
from kiosk.catalog.reading import read_marc
from tests.catalog.small_records import book

Made = Callable[[str, bytes | str], Path]
RECORD = to_xml(book("1", "Müller & Söhne <neu>"))
OTHER = to_xml(book("2"))


def other(old: str, new: str) -> str:
    """Return the first record with something else in it."""
    return RECORD.replace(old, new)


PREFIXED = RECORD.replace("</", "</marc:").replace("<", "<marc:").replace("<marc:/marc:", "</marc:")


@pytest.mark.parametrize(
    ("content", "read", "good", "code"),
    [
        (f"<collection>{RECORD}{OTHER}</collection>", 2, 2, None),
        (f'<?xml version="1.0"?><!-- one <record> --><c:collection xmlns:c="x">{RECORD}', 1, 1, None),
        (f"<marc:collection>{PREFIXED}</marc:collection>", 1, 1, None),
        (f"<OAI><record><header/><metadata>{RECORD}</metadata></record></OAI>", 1, 1, None),
        ("<collection>" + other("</record>", "") + f"{OTHER}</collection>", 2, 1, "record.unclosed"),
        ("<collection>" + RECORD.replace("</subfield>", "", 1) + f"{OTHER}</collection>", 2, 1, "record.xml"),
        ("<collection>" + other("&amp;", "&") + f"{OTHER}</collection>", 2, 2, "characters.entities"),
        ("<collection>" + other("&amp;", "&uuml;") + "</collection>", 1, 1, "characters.entities"),
        ("<collection>" + other("neu", "n\x01eu&#x1F;") + "</collection>", 1, 1, "characters.control"),
        ("<collection>" + other(" ind1=", " no=") + "</collection>", 1, 1, None),
        ("<collection>" + other('tag="003"', "") + "</collection>", 1, 1, "field.tag"),
        ("<collection>" + other('code="a"', "") + "</collection>", 1, 1, "field.subfield_code"),
        (f"<collection><record/>{OTHER}</collection>", 2, 1, "record.empty"),
        ("<collection>" + other("<record>", '<record type="Authority">') + "</collection>", 1, 0, None),
    ],
)
def test_marcxml_is_read(made: Made, content: str, read: int, good: int, code: str | None) -> None:
    found = list(read_marc(made("x.xml", content)))
    assert len(found) == read
    assert len([one for one in found if not one.rejected]) == good
    assert code is None or code in {finding.code for one in found for finding in one.findings}


def test_entities_of_a_file_are_never_expanded(made: Made) -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    (found,) = read_marc(made("x.xml", declared + RECORD.replace("neu", "&a;&b;")))
    assert found.record is not None
    title = found.record.all("245")[0].first("a")
    assert "boom" not in title
    assert "root:" not in title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_xml_is_read_in_the_encoding_it_declares(made: Made, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{RECORD}'.encode(encoding)
    (found,) = read_marc(made("x.xml", content))
    assert found.record is not None
    assert found.record.all("245")[0].first("a").startswith("Müller")


@given(st.text(max_size=300), st.integers(1, 40))
def test_any_text_is_cut_into_elements_without_a_crash(text: str, width: int) -> None:
    whole = text + RECORD + text
    blocks = [whole[start : start + width] for start in range(0, len(whole), width)]
    assert all(element.text or not element.closed for element in elements(blocks))


def test_records_are_found_wherever_blocks_end() -> None:
    whole = f"<c><!-- <record> --><![CDATA[</record>]]>{RECORD}{OTHER}</c>"
    for width in range(1, 60):
        blocks = [whole[start : start + width] for start in range(0, len(whole), width)]
        assert [element.text for element in elements(blocks)] == [RECORD.strip(), OTHER.strip()]


FIRST, SECOND = to_json(book("1")), to_json(book("2"))


@pytest.mark.parametrize(
    ("content", "read", "good", "code"),
    [
        (FIRST, 1, 1, None),
        (f"[{FIRST},\n{SECOND}]", 2, 2, None),
        (f"{FIRST}\n{SECOND}\n", 2, 2, None),
        (f"\ufeff[{FIRST}]", 1, 1, None),
        (f"[{FIRST[:-9]},{SECOND}]", 2, 1, "record.json"),
        (f"[{FIRST},{SECOND[: len(SECOND) // 2]}", 2, 1, "record.json"),
        ('[{"leader": 5, "fields": "none"},' + SECOND + "]", 2, 1, "record.json_shape"),
        ('[{"leader": "x", "fields": [3, {"245": 7}]},' + SECOND + "]", 2, 1, "field.shape"),
        (FIRST.replace('"fields"', '"other"'), 1, 0, "record.json_shape"),
        ("[" * 3000 + "{" + "]" * 3000, 1, 0, "record.json"),
        ("[]", 0, 0, None),
    ],
)
def test_marc_in_json_is_read(made: Made, content: str, read: int, good: int, code: str | None) -> None:
    found = list(read_marc(made("x.json", content)))
    assert len(found) == read
    assert len([one for one in found if not one.rejected]) == good
    assert code is None or code in {finding.code for one in found for finding in one.findings}


@given(st.integers(1, 200))
def test_objects_are_found_wherever_blocks_end(width: int) -> None:
    whole = f"[{FIRST}, {SECOND}]"
    blocks = [whole[start : start + width] for start in range(0, len(whole), width)]
    assert [json.dumps(one) for one in json_objects(blocks)] == [
        json.dumps(json.loads(FIRST)),
        json.dumps(json.loads(SECOND)),
    ]


@given(st.text(max_size=200))
def test_any_json_text_is_read_without_a_crash(text: str) -> None:
    assert all(one is None or isinstance(one, dict) for one in json_objects([text, FIRST, text]))


def test_the_json_form_is_read_back_as_it_was() -> None:
    record = book("1", 'Ein "Buch" \\ für — 한국어', "880 10 $6245-01/(N$aТекст$b\u0098Der\u009c")
    assert read_back(to_json(record)) == record
    assert json.loads(to_json(record))["leader"] == record.leader
