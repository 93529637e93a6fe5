"""Slips from the command line: what waits, and what is owed; to the last cent and naming nobody."""

import io
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from pypdf import PdfReader

from tests.cli.command import Cli
from tests.devices.network_printer import NetworkPrinter, network_printer
from tests.paper.escpos_decoder import decode
from tests.paper.printed import codes, pages

LENT, BACK = "2026-03-02T12:00", "2026-04-10T12:00"


@pytest.fixture
def there() -> Iterator[NetworkPrinter]:
    with network_printer() as one:
        yield one


def said(pdf: Path) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text().split())


def test_a_statement_lists_charges_and_payments_and_adds_up(cli: Cli, tmp_path: Path) -> None:
    cli.circulation("checkout", "R1", "B1", at=LENT)
    cli.circulation("checkout", "R1", "B3", at=LENT)
    cli.circulation("return", "B1", at=BACK)
    cli.circulation("pay", "R1", "1.00", at=BACK)
    cli.circulation("waive", "R1", "0.20", "--reason", "snow", at=BACK)
    owes = cli.circulation("account", "R1", at=BACK).json["owes"]
    pdf = tmp_path / "statement.pdf"
    done = cli("slips", "statement", "R1", "--pdf", str(pdf), at=BACK)
    assert (done.status, done.json["file"], done.json["printed"]) == (0, str(pdf), False)
    text = said(pdf)
    for part in ("Town Library", "Emma", "Fine", "Paid", "Waived", f"€{owes}"):
        assert part in text
    amounts = [Decimal(sign + amount) for sign, amount in re.findall(r"(-?)€(\d+\.\d\d)", text)]
    *lines, owed, running = amounts
    assert sum(lines) + running == owed == Decimal(owes)
    assert not any(private in text for private in ("Nowak", "Ewa", "R1"))


def test_slips_say_what_the_library_itself_has_written(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "wordings"
    assert cli("notices", "dump", str(folder)).status == 0
    for kind in ("statement", "hold_slip"):
        own = f"Our {kind.partition('_')[0]}\n\nWelcome to {{library}}.\n{{items}}\n\nCome back soon.\n"
        (folder / f"{kind}.en.txt").write_text(own, encoding="utf-8")
    assert cli("notices", "load", str(folder)).json["own"] == 2
    cli.circulation("checkout", "R1", "D1", at=LENT)
    cli.circulation("hold", "R2", "D1", at=LENT)
    cli.circulation("return", "D1", at=LENT)
    for words in (("statement", "R1"), ("hold", "D1")):
        pdf = tmp_path / f"{words[0]}.pdf"
        assert cli("slips", *words, "--pdf", str(pdf), at=LENT).status == 0
        text = said(pdf)
        assert text.index("Welcome to Town Library.") < text.index("Come back soon.")
        assert f"Our {words[0]}" in text


def test_a_charge_that_was_taken_back_leaves_nothing_owed(cli: Cli, tmp_path: Path) -> None:
    cli.circulation("checkout", "R1", "B1", at=LENT)
    cli.circulation("lost", "B1", at="2026-03-10T12:00")
    cli.circulation("pay", "R1", "15.00", at="2026-03-11T12:00")
    cli.circulation("return", "B1", at="2026-03-12T12:00")
    pdf = tmp_path / "statement.pdf"
    cli("slips", "statement", "R1", "--pdf", str(pdf), at="2026-03-13T12:00")
    text = said(pdf)
    assert "Given back: €15.00" in text
    assert "Still owed €0.00" in text


def test_an_empty_statement_says_so_in_the_language_asked_for(cli: Cli, tmp_path: Path) -> None:
    pdf = tmp_path / "statement.pdf"
    assert cli("slips", "statement", "R2", "--language", "pl", "--pdf", str(pdf)).status == 0
    assert "Brak opłat." in said(pdf)
    assert cli("slips", "statement", "R2", "--language", "xx", "--pdf", str(pdf)).status == 2
    assert cli("slips", "statement", "NOPE", "--pdf", str(pdf)).json["error"]["code"] == "card_unknown"


def test_a_hold_slip_says_where_and_until_when_and_is_read_back(cli: Cli, tmp_path: Path) -> None:
    cli.circulation("checkout", "R1", "D1", at=LENT)
    cli.circulation("hold", "R2", "D1", at=LENT)
    cli.circulation("return", "D1", at="2026-03-05T12:00")
    pdf = tmp_path / "hold.pdf"
    assert cli("slips", "hold", "d1", "--pdf", str(pdf), at="2026-03-05T12:00").status == 0
    text = said(pdf)
    assert "On hold" in text
    assert "Metropolis" in text
    assert "Kowal" not in text
    (image,) = pages(pdf.read_bytes(), 203)
    assert codes(image, zxingcpp.BarcodeFormat.Code128) == ["D1"]


def test_a_slip_for_another_branch_names_it(cli: Cli, tmp_path: Path) -> None:
    cli.circulation("checkout", "R1", "D1", at=LENT)
    cli.circulation("hold", "R2", "D1", "--pickup", "NORTH", at=LENT)
    cli.circulation("return", "D1", at="2026-03-05T12:00")
    pdf = tmp_path / "hold.pdf"
    assert cli("slips", "hold", "D1", "--pdf", str(pdf)).status == 0
    assert "On its way for a hold to NORTH" in said(pdf)


def test_an_item_that_nobody_waits_for_has_no_slip(cli: Cli) -> None:
    assert cli("slips", "hold", "B1").json["error"]["code"] == "nothing_held"
    assert cli("slips", "hold", "NOPE").json["error"]["code"] == "item_unknown"


def test_without_a_file_the_slip_is_printed(cli: Cli, there: NetworkPrinter) -> None:
    settings = f'[printer]\nkind = "network"\naddress = "127.0.0.1"\nport = {there.port}\nwidth_mm = 58\n'
    (cli.home / "settings.toml").write_text(settings, encoding="utf-8")
    assert cli("slips", "statement", "R1", "--language", "de").json["printed"] is True
    paper = decode(there.printed(1)[0])
    assert "Gebührenübersicht" in paper.said
    assert all(line.columns <= 32 for line in paper.lines)
