"""Labels stay in their boxes, say what fits, and their codes are read back from the sheet as it prints."""

import io
from itertools import pairwise

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from kiosk.model.errors import LabelTooSmall, SheetUnknown, StartNotOnSheet
from kiosk.paper.barcodes import Symbology, bars_of
from kiosk.paper.labels import ItemLabel, SpineLabel, labels_pdf
from kiosk.paper.sheets import SHEETS, Sheet, sheet_of
from tests.paper.printed import codes, ink_outside, pages

LIBRARY = "Stadtbücherei Łódź-Görlitz"
TITLE = "Zażółć gęślą jaźń: Größenwahn für Anfänger, mit einem sehr langen Untertitel"
CODE128 = zxingcpp.BarcodeFormat.Code128
WITH_ROOM = [sheet for sheet in SHEETS if sheet.width >= 38]


def label(number: str = "30000000017", symbology: Symbology = Symbology.CODE128) -> ItemLabel:
    return ItemLabel(bars_of(number, symbology), LIBRARY, TITLE)


def boxes(sheet: Sheet, places: range) -> list[tuple[float, float, float, float]]:
    """The labels' boxes from the upper left corner, in mm."""
    found = []
    for place in places:
        box = sheet.box(place % sheet.labels)
        top = sheet.page[1] - box.bottom - box.height
        found.append((box.left, top, box.left + box.width, top + box.height))
    return found


def of_box(image: Image.Image, box: tuple[float, float, float, float], dpi: int) -> Image.Image:
    left, top, right, bottom = (round(edge / 25.4 * dpi) for edge in box)
    return image.crop((left, top, right, bottom))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.number)
def test_every_box_of_a_sheet_lies_on_its_page_and_on_no_other(sheet: Sheet) -> None:
    all_boxes = boxes(sheet, range(sheet.labels))
    for left, top, right, bottom in all_boxes:
        assert left >= -0.01
        assert top >= -0.01
        assert right <= sheet.page[0] + 0.01
        assert bottom <= sheet.page[1] + 0.01
    across = sorted({(left, right) for left, _top, right, _bottom in all_boxes})
    down = sorted({(top, bottom) for _left, top, _right, bottom in all_boxes})
    assert (len(across), len(down)) == (sheet.columns, sheet.rows)
    for spans in (across, down):
        assert all(end <= start + 0.01 for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("number", "place", "left", "top"),
    [("L7160", 0, 7.25, 15.15), ("L7160", 4, 73.25, 53.25), ("L4731", 6, 176.0, 13.5), ("3422", 0, 0, 8.5)],
)
def test_a_label_lies_where_its_maker_cut_it(number: str, place: int, left: float, top: float) -> None:
    (box,) = boxes(sheet_of(number), range(place, place + 1))
    assert box[:2] == pytest.approx((left, top), abs=0.05)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("sheet", WITH_ROOM, ids=lambda sheet: sheet.number)
def test_every_label_of_a_sheet_is_read_back(sheet: Sheet, dpi: int) -> None:
    numbers = [f"{30000000017 + n}" for n in range(sheet.labels)]
    (image,) = pages(labels_pdf([label(number) for number in numbers], sheet), dpi)
    for number, box in zip(numbers, boxes(sheet, range(sheet.labels)), strict=True):
        assert codes(of_box(image, box, dpi), CODE128) == [number]
    assert ink_outside(image, boxes(sheet, range(sheet.labels)), dpi) == 0


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("number", ["L4731", "L4732"])
def test_the_smallest_labels_hold_short_numbers(number: str, dpi: int) -> None:
    sheet = sheet_of(number)
    (image,) = pages(labels_pdf([label("30000017")], sheet), dpi)
    assert codes(of_box(image, boxes(sheet, range(1))[0], dpi), CODE128) == ["30000017"]


@pytest.mark.parametrize(
    ("number", "symbology", "format_", "sheet"),
    [
        ("B-1047", Symbology.CODE39, zxingcpp.BarcodeFormat.Code39Std, "L7651"),
        ("30000000017", Symbology.CODE39, zxingcpp.BarcodeFormat.Code39Std, "L7160"),
        ("4006381333931", Symbology.EAN13, zxingcpp.BarcodeFormat.EAN13, "L7651"),
    ],
)
@pytest.mark.parametrize("dpi", [203, 300])
def test_each_symbology_is_read_back_from_a_sheet(
    number: str, symbology: Symbology, format_: zxingcpp.BarcodeFormat, sheet: str, dpi: int
) -> None:
    (image,) = pages(labels_pdf([label(number, symbology)], sheet_of(sheet)), dpi)
    assert codes(image, format_) == [number]


@settings(max_examples=25, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=300),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=300),
    st.sampled_from(WITH_ROOM),
)
def test_no_text_leaves_its_label(library: str, title: str, sheet: Sheet) -> None:
    there = ItemLabel(bars_of("30000000017", Symbology.CODE128), library, title)
    (image,) = pages(labels_pdf([there, SpineLabel(title or "A")], sheet, start=2), 120)
    assert ink_outside(image, boxes(sheet, range(1, 3)), 120) == 0


def test_german_and_polish_letters_are_printed() -> None:
    said = text_of(labels_pdf([label()], sheet_of("L7163")))
    assert LIBRARY in said
    assert "Zażółć gęślą jaźń: Größenwahn" in said


def test_a_long_title_is_shortened() -> None:
    said = text_of(labels_pdf([label()], sheet_of("L7160")))
    assert "Zażółć gęślą jaźń" in said
    assert "…" in said
    assert "Untertitel" not in said


def test_a_low_label_keeps_number_and_bars() -> None:
    assert text_of(labels_pdf([label("30000017")], sheet_of("L4731"))) == "30000017"


def test_a_call_number_stands_on_the_back_part_by_part() -> None:
    document = PdfReader(io.BytesIO(labels_pdf([SpineLabel("ROM KEHL Größe")], sheet_of("L7651"))))
    assert document.pages[0].extract_text().split("\n")[:3] == ["ROM", "KEHL", "Größe"]


@pytest.mark.parametrize(
    "call_number", ["W" * 80, " ".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2), "363.738 " * 40]
)
def test_a_call_number_too_long_is_cut_within_its_label(call_number: str) -> None:
    sheet = sheet_of("L4731")
    (image,) = pages(labels_pdf([SpineLabel(call_number)], sheet), 300)
    assert ink_outside(image, boxes(sheet, range(1)), 300) == 0
    assert "…" in text_of(labels_pdf([SpineLabel(call_number)], sheet))


def test_a_partly_used_sheet_is_gone_on_with_and_a_full_one_followed() -> None:
    sheet = sheet_of("L7160")
    numbers = [f"3000000001{n}" for n in range(4)]
    first, second = pages(labels_pdf([label(number) for number in numbers], sheet, start=19), 300)
    assert codes(first, CODE128) == numbers[:3]
    assert codes(second, CODE128) == numbers[3:]
    assert ink_outside(first, boxes(sheet, range(18, 21)), 300) == 0
    assert sheet.next_start(4, 19) == 2
    assert sheet.next_start(3, 19) == 1


@pytest.mark.parametrize("start", [0, -1, 22])
def test_a_place_that_is_not_on_the_sheet_is_refused(start: int) -> None:
    with pytest.raises(StartNotOnSheet):
        labels_pdf([label()], sheet_of("L7160"), start=start)


def test_a_code_wider_than_its_label_is_refused_and_not_made_unreadable() -> None:
    with pytest.raises(LabelTooSmall) as refused:
        labels_pdf([label("30000000000000000017")], sheet_of("L4731"))
    assert refused.value.values["text"] == "30000000000000000017"


def test_a_sheet_is_found_by_its_number_and_an_unknown_one_named() -> None:
    assert sheet_of(" l7160 ").labels == 21
    assert sheet_of("a4-2x5").number == "32010"
    for number in ("", " ", "L9999 "):
        with pytest.raises(SheetUnknown):
            sheet_of(number)
    with pytest.raises(SheetUnknown) as unknown:
        sheet_of("L9999")
    assert "L7160" in str(unknown.value.values["known"])


def test_the_same_labels_are_the_same_file() -> None:
    assert labels_pdf([label()], sheet_of("L7160")) == labels_pdf([label()], sheet_of("L7160"))
