"""A phone calls, writes to or opens what a library wrote down, however it wrote it."""

import pytest

from kiosk.words.contact_link import link_of


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        ("email", " desk@library.example", "mailto:desk@library.example"),
        ("web", "www.library.example", "https://www.library.example"),
        ("chat", "http://chat.example/x", "http://chat.example/x"),
    ],
)
def test_a_phone_writes_to_or_opens_what_its_camera_reads(kind: str, value: str, link: str) -> None:
    assert link_of(kind, value) == link


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0341 5550-120", "03415550120"),
        ("0341\u00a05550\u2013120", "03415550120"),
        ("0341/5550-120", "03415550120"),
        ("034298 / 5550", "0342985550"),
        ("(0341) 5550.120", "03415550120"),
        ("Tel.: +49 341 5550-120 (Auskunft)", "+493415550120"),
        ("22 555 01 20", "225550120"),
        ("22 / 555 01 20", "225550120"),
        ("+48 (22) 555 01 20", "+48225550120"),
        ("112", "112"),
    ],
)
def test_a_number_is_dialled_as_libraries_write_it(written: str, dialled: str) -> None:
    assert link_of("phone", written) == f"tel:{dialled}"


@pytest.mark.parametrize(
    "written",
    [
        "+49 (0)341 5550 120",
        "+49 (0) 341 / 5550 120",
        "+49 (0341) 5550-120",
        "(+49) 341 5550 120",
        "0049 (0)341 5550 120",
        "+49 341 / 5550 120",
    ],
)
def test_behind_a_country_s_code_no_zero_is_dialled(written: str) -> None:
    assert link_of("phone", written) == "tel:+493415550120"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("5550 120, 5550 121", "5550120"),
        ("5550 120 oder 121", "5550120"),
        ("5550 120; 5550 121", "5550120"),
        ("5550 120\n5550 121", "5550120"),
        ("0341 5550 120 / 0341 5550 121", "03415550120"),
        ("0341 5550 120/121", "03415550120"),
        ("22 555 01 20 lub 22 555 01 21", "225550120"),
        ("+48 22 555 01 20, +48 22 555 01 21", "+48225550120"),
        ("+49 (0)341 5550 120 / 121", "+493415550120"),
    ],
)
def test_of_two_numbers_the_first_is_dialled(written: str, dialled: str) -> None:
    assert link_of("phone", written) == f"tel:{dialled}"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("tel. 22 555 01 20 w. 12", "225550120"),
        ("+48 22 555 01 20 wew. 12", "+48225550120"),
        ("0341 5550-0, Durchwahl 12", "034155500"),
        ("siehe Aushang", ""),
    ],
)
def test_an_extension_and_other_words_are_not_dialled(written: str, dialled: str) -> None:
    assert link_of("phone", written) == f"tel:{dialled}"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("5550 120-122", "5550120"),
        ("5550 120 – 122", "5550120"),
        ("0341 5550 120\u2013129", "03415550120"),
        ("+49 (0)341 5550 12-14", "+49341555012"),
        ("0341/5550 120-122", "03415550120"),
        ("0341 5550-120-122", "03415550120"),
        ("0341 55501-55503", "034155501"),
        ("55501-55503", "55501"),
        ("+48 22 555 120-125 (informacja)", "+4822555120"),
    ],
)
def test_of_a_range_of_extensions_the_first_is_dialled(written: str, dialled: str) -> None:
    assert link_of("phone", written) == f"tel:{dialled}"


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0341 555-612", "0341555612"),
        ("(0341) 123-456", "0341123456"),
        ("600-120-122", "600120122"),
        ("22 555-01-20", "225550120"),
        ("+48 22 555 12-13", "+48225551213"),
        ("555-556", "555556"),
        ("5550 122-120", "5550122120"),
        ("5550-122", "5550122"),
    ],
)
def test_a_dash_within_one_number_is_no_range(written: str, dialled: str) -> None:
    assert link_of("phone", written) == f"tel:{dialled}"
