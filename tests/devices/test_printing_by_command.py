"""What a machine's own command prints is not left behind; what it did not take is."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.devices.kept_papers import forget_papers, paper_name, papers_by_owner
from kiosk.devices.pdf_printer import PdfPrinter
from kiosk.devices.printer import Printable, roll_paper
from kiosk.model.errors import PrinterUnavailable
from kiosk.paper.roll import Roll, RollText
from kiosk.words import wording

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)


def paper() -> Printable:
    return roll_paper(Roll("What is kept about me", "Library", (RollText("Anna Krause"),)), AT, wording("en"))


def test_a_paper_that_the_command_took_is_not_kept(tmp_path: Path) -> None:
    taken = tmp_path / "taken.pdf"
    copy = f"{sys.executable} -c 'import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])' {{file}} {taken}"
    PdfPrinter(tmp_path / "receipts", copy).print(paper())
    assert taken.read_bytes().startswith(b"%PDF")
    assert list((tmp_path / "receipts").iterdir()) == []


def test_a_paper_that_the_command_did_not_take_stays_for_staff(tmp_path: Path) -> None:
    with pytest.raises(PrinterUnavailable):
        PdfPrinter(tmp_path, f"{sys.executable} -c 'raise SystemExit(1)' {{file}}").print(paper())
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_without_a_command_the_file_is_the_paper(tmp_path: Path) -> None:
    PdfPrinter(tmp_path, "").print(paper())
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_paper_kept_as_a_file_is_known_by_whom_it_tells_of(tmp_path: Path) -> None:
    printer = PdfPrinter(tmp_path, "")
    printer.print(paper())
    for number in (7, 7, 81):
        printer.print(replace(paper(), patron_id=number))
    found = papers_by_owner(tmp_path)
    assert {number: len(files) for number, files in found.items()} == {7: 2, 81: 1}
    assert forget_papers(found[7]) == 2
    assert forget_papers(found[7]) == 0
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_is_not_there_and_a_link_are_no_trouble(tmp_path: Path) -> None:
    assert papers_by_owner(tmp_path / "receipts") == {}
    outside = tmp_path / "outside.pdf"
    outside.write_bytes(b"%PDF")
    link = tmp_path / paper_name(AT, 7)
    link.symlink_to(outside)
    assert papers_by_owner(tmp_path) == {7: (link,)}
    assert forget_papers([link]) == 0
    assert link.exists()
