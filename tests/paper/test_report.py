"""A report on paper: every line once, nothing outside the page, however wide and long it is."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kiosk.paper import report as module
from kiosk.paper.report import ReportColumn, ReportPaper, report_pdf
from kiosk.words import wording
from tests.paper.printed import ink_outside, pages

EN, PL = wording("en"), wording("pl")
TWO = (ReportColumn("Title"), ReportColumn("Loans", is_number=True))


def paper(rows: tuple[tuple[str, ...], ...], columns: tuple[ReportColumn, ...] = TWO) -> ReportPaper:
    return ReportPaper("Town Library", "Never borrowed", ("as of today", "Main"), columns, rows)


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("count", [0, 1, 40, 41, 42, 43, 44, 45, 120])
def test_every_line_stands_on_one_page(count: int) -> None:
    found = texts(report_pdf(paper(tuple((f"Book-{n}-", str(n)) for n in range(count))), EN))
    whole = "\n".join(found)
    assert all(whole.count(f"Book-{n}-") == 1 for n in range(count))
    assert all("Title" in page for page in found), "the head stands on every page"
    assert f"Page 1 of {len(found)}" in found[0]
    assert whole.count("Never borrowed") == 1


def test_other_scripts_are_written() -> None:
    (page,) = texts(report_pdf(paper((("Zażółć gęślą jaźń", "1"), ("українська абетка", "2"))), PL))
    assert "Zażółć gęślą jaźń" in page
    assert "українська" in page
    assert "абетка" in page


def test_of_a_very_long_report_the_first_lines_are_printed_and_it_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 3)
    (page,) = texts(report_pdf(paper(tuple((f"Book-{n}-", "") for n in range(5))), EN))
    assert "Book-2-" in page
    assert "Book-3-" not in page
    assert "The first 3 lines" in page


@settings(max_examples=15)
@given(
    st.integers(1, 11),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120), min_size=1, max_size=4),
)
def test_nothing_leaves_the_page(columns: int, cells: list[str]) -> None:
    heads = tuple(ReportColumn(f"A heading {n}", is_number=n % 2 == 1) for n in range(columns))
    rows = tuple(tuple(cell for _ in range(columns)) for cell in cells)
    for page in pages(report_pdf(paper(rows, heads), EN), 50):
        across, down = page.width / 50 * 25.4, page.height / 50 * 25.4
        assert ink_outside(page, [(13.0, 10.0, across - 12.0, down - 5.0)], 50) == 0
