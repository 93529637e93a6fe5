"""Labels and cards from the command line: what was asked for is on the sheets, what cannot be is named."""

from pathlib import Path

import pytest
import zxingcpp

from tests.cli.command import Cli, Said
from tests.paper.printed import codes, pages
from tests.paper.test_labels import text_of

CODE128 = zxingcpp.BarcodeFormat.Code128
SHELVED = """title,author,year,barcode,branch,item_type,call_number
Atlas,Ptak,2001,S1,MAIN,book,ROM KEHL
Biene,Ptak,2002,S2,MAIN,book,ROM KEHL 2
Czas,Ptak,2003,S3,NORTH,book,ROM LEM
Dom,Ptak,2004,S4,MAIN,book,SAC 10
"""


@pytest.fixture
def shelved(cli: Cli, tmp_path: Path) -> Cli:
    (tmp_path / "shelved.csv").write_text(SHELVED, encoding="utf-8")
    assert cli("catalog", "import", str(tmp_path / "shelved.csv")).status == 0
    return cli


def printed(pdf: Path) -> list[list[str]]:
    return [codes(page, CODE128) for page in pages(pdf.read_bytes(), 203)]


def labels(cli: Cli, tmp_path: Path, *words: str) -> tuple[Said, list[list[str]]]:
    pdf = tmp_path / "labels.pdf"
    said = cli("labels", *words, "--pdf", str(pdf))
    return said, printed(pdf) if pdf.exists() else []


def test_labels_of_items_named_are_printed_in_their_order(cli: Cli, tmp_path: Path) -> None:
    said, read = labels(cli, tmp_path, "B3", " b1 ", "D1", "--sheet", "L7160")
    assert said.status == 0
    assert read == [["B3", "B1", "D1"]]
    document = said.json
    assert (document["sheet"], document["printed"], document["pages"], document["next_start"]) == (
        "L7160",
        3,
        1,
        4,
    )
    assert document["problems"] == []


def test_a_used_sheet_is_gone_on_with(cli: Cli, tmp_path: Path) -> None:
    said, read = labels(cli, tmp_path, "B1", "B2", "--sheet", "l7160", "--start", "21")
    assert read == [["B1"], ["B2"]]
    assert (said.json["pages"], said.json["next_start"]) == (2, 2)


def test_what_is_unknown_is_named_and_the_rest_printed(cli: Cli, tmp_path: Path) -> None:
    said, read = labels(cli, tmp_path, "B1", "NOPE", "B2")
    assert said.status == 1
    assert read == [["B1", "B2"]]
    (problem,) = said.json["problems"]
    assert (problem["barcode"], problem["code"]) == ("NOPE", "item_unknown")


def test_a_code_that_cannot_hold_the_number_is_refused_and_no_file_written(cli: Cli, tmp_path: Path) -> None:
    said, read = labels(cli, tmp_path, "B1", "--symbology", "ean13")
    assert (said.status, read) == (1, [])
    assert said.json["problems"][0]["code"] == "code_impossible"
    assert "13 digits" in said.json["problems"][0]["message"]
    assert said.json["file"] is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--from", "ROM KEHL", "--to", "ROM KEHL"), ["S1", "S2"]),
        (("--from", "ROM L"), ["S3", "S4"]),
        (("--to", "ROM LEM"), ["S1", "S2", "S3"]),
        (("--from", "A", "--to", "Z", "--branch", "main"), ["S1", "S2", "S4"]),
        (("--after", "s2"), ["S3", "S4"]),
        (("--after", "S1", "--branch", "MAIN"), ["S2", "S4"]),
        (("S4", "--from", "ROM L", "--to", "SAC"), ["S4", "S3"]),
    ],
)
def test_labels_are_printed_by_range_and_of_what_is_new(
    shelved: Cli, tmp_path: Path, words: tuple[str, ...], expected: list[str]
) -> None:
    said, read = labels(shelved, tmp_path, *words)
    assert said.status == 0, said.err
    assert [code for page in read for code in page] == expected


def test_an_empty_range_is_nothing_to_print(shelved: Cli, tmp_path: Path) -> None:
    said, read = labels(shelved, tmp_path, "--from", "ZZZ")
    assert (said.status, read, said.json["printed"]) == (0, [], 0)


def test_backs_get_call_numbers_and_an_item_without_one_is_named(shelved: Cli, tmp_path: Path) -> None:
    pdf = tmp_path / "spines.pdf"
    said = shelved("labels", "S1", "B1", "--spine", "--pdf", str(pdf))
    assert (said.status, said.json["printed"]) == (1, 1)
    assert said.json["problems"][0]["code"] == "no_call_number"
    assert printed(pdf) == [[]]


@pytest.mark.parametrize(
    "words",
    [("B1", "--sheet", "L9999"), ("B1", "--start", "0"), ("B1", "--start", "99"), ("--after", "NOPE")],
)
def test_a_sheet_or_place_that_there_is_not_is_told(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    said, read = labels(cli, tmp_path, *words)
    assert (said.status, read) == (1, [])
    assert "error" in said.json


@pytest.mark.parametrize("words", [(), ("B1", "--symbology", "qr"), ("B1", "--dpi", "10")])
def test_wrong_usage_of_labels_is_status_2(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert labels(cli, tmp_path, *words)[0].status == 2


def test_a_file_that_cannot_be_written_is_told(cli: Cli, tmp_path: Path) -> None:
    said = cli("labels", "B1", "--pdf", str(tmp_path / "nowhere" / "labels.pdf"))
    assert (said.status, said.json["error"]["code"]) == (1, "folder_not_writable")


def test_cards_are_printed_with_and_without_names(cli: Cli, tmp_path: Path) -> None:
    pdf = tmp_path / "cards.pdf"
    said = cli("cards", "R1", "k1", "--pdf", str(pdf))
    assert (said.status, said.json["sheet"], said.json["printed"]) == (0, "32010", 2)
    assert printed(pdf) == [["R1", "K1"]]
    named = pdf.read_bytes()
    assert cli("cards", "R1", "k1", "--no-names", "--pdf", str(pdf)).status == 0
    assert pdf.read_bytes() != named


def test_a_card_on_the_roll_is_one_slip(cli: Cli, tmp_path: Path) -> None:
    pdf = tmp_path / "slip.pdf"
    assert cli("cards", "R1", "--slip", "--pdf", str(pdf)).status == 0
    assert printed(pdf) == [["R1"]]
    assert cli("cards", "R1", "R2", "--slip", "--pdf", str(pdf)).status == 2


def test_an_unknown_card_is_named(cli: Cli, tmp_path: Path) -> None:
    said = cli("cards", "NOPE", "--pdf", str(tmp_path / "cards.pdf"))
    assert (said.status, said.json["problems"][0]["code"]) == (1, "card_unknown")
    assert not (tmp_path / "cards.pdf").exists()


def test_what_is_printed_is_in_the_library_s_language_whoever_prints(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "library.toml"
    assert cli("library", "dump", str(file)).status == 0
    named = file.read_text(encoding="utf-8").replace(
        'name = "Town Library"', 'name = { de = "Stadtbücherei", en = "Town Library" }'
    )
    file.write_text(
        named.replace('languages = ["en", "de", "pl"]', 'languages = ["de", "en"]'), encoding="utf-8"
    )
    assert cli("library", "load", str(file)).status == 0
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")
    for words in (("labels", "B1"), ("cards", "R1")):
        pdf = tmp_path / "out.pdf"
        assert cli(*words, "--sheet", "L7163", "--pdf", str(pdf)).status == 0
        assert "Stadtbücherei" in text_of(pdf.read_bytes())
