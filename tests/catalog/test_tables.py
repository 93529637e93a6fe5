"""CSV: headers in three languages, any encoding and delimiter, ruined numbers, rows that tell one record."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.description import describe
from kiosk.catalog.problems import Finding
from kiosk.catalog.source import opened
from kiosk.catalog.tables.headers import Header
from kiosk.catalog.tables.lines import Cells, encoding_of, rows
from kiosk.catalog.tables.table_row import TableRow, understood
from kiosk.catalog.tables.to_marc import identity, to_marc
from kiosk.model.record import Audience, Form

Made = Callable[[str, bytes | str], Path]


def table(path: Path) -> list[Cells]:
    with opened(path) as stream:
        return list(rows(stream, encoding_of(path)))


def row(header: str, line: str) -> tuple[TableRow, list[str]]:
    findings: list[Finding] = []
    found = understood(Header(header.split(",")), line.split(","), findings)
    return found, [finding.code for finding in findings]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"], ids=lambda name: str(name)
)
def test_the_encoding_is_found(made: Made, encoding: str) -> None:
    text = "Titel;Verfasser\nDie Prüfung der Größe;Müller, Jürgen\nÜber Äpfel und Öl;Köhler, Bärbel\n"
    assert [one.cells for one in table(made("x.csv", text.encode(encoding)))][1] == [
        "Die Prüfung der Größe",
        "Müller, Jürgen",
    ]


def test_polish_is_found_in_its_windows_encoding(made: Made) -> None:
    text = (
        "tytuł,autor\n"
        + "Księgi Jakubowe i źródło światła,Tokarczuk Olga\nŻółć gęślą jaźń,Miłosz Czesław\n" * 3
    )
    assert table(made("x.csv", text.encode("cp1250")))[1].cells == [
        "Księgi Jakubowe i źródło światła",
        "Tokarczuk Olga",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(made: Made, delimiter: str) -> None:
    content = f'title{delimiter}author\n"A{delimiter} B"{delimiter}C\n'
    assert table(made("x.csv", content))[1].cells == [f"A{delimiter} B", "C"]


def test_lines_are_numbered_through_quoted_line_breaks_and_blanks(made: Made) -> None:
    content = 'title,summary\r\n"One","two\r\nlines"\r\n\r\nThree,"say ""so"""\r\n'
    found = table(made("x.csv", content))
    assert [(one.line, one.cells) for one in found[1:]] == [
        (2, ["One", "two\nlines"]),
        (5, ["Three", 'say "so"']),
    ]


def test_a_quotation_mark_left_open_costs_its_row_only(made: Made) -> None:
    content = 'title,author\n"Open,A\nTwo,B\nThree,C\n'
    found = table(made("x.csv", content))
    assert [(one.line, one.cells) for one in found[1:]] == [(2, None), (3, ["Two", "B"]), (4, ["Three", "C"])]


def test_a_line_too_long_for_any_row_costs_itself(made: Made) -> None:
    found = table(made("x.csv", "title,author\n" + "x" * 500_000 + "\nTwo,B\n"))
    assert [(one.line, one.cells) for one in found[1:]] == [(2, None), (3, ["Two", "B"])]


@given(st.binary(max_size=600).filter(lambda content: not content.startswith(b"\x1f\x8b")))
def test_any_bytes_are_taken_apart_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "x.csv"
    path.write_bytes(content)
    assert all(one.line > 0 for one in table(path))


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Title,Author,ISBN-13,Item Type", ["title", "author", "isbn", "item_type"]),
        (
            "Titel,Verfasser,Erscheinungsjahr,Signatur,Zweigstelle",
            ["title", "author", "year", "call_number", "branch"],
        ),
        ("Tytuł,Autor,Rok wydania,Kod kreskowy,Filia", ["title", "author", "year", "barcode", "branch"]),
        ("bar_code,homebranch,publication year", ["barcode", "branch", "year"]),
        ("colour,title", [None, "title"]),
    ],
)
def test_columns_are_known_under_many_names(header: str, columns: list[str | None]) -> None:
    assert Header(header.split(",")).columns == columns


@pytest.mark.parametrize(
    ("header", "usable"),
    [("title", True), ("control_number,barcode", True), ("barcode,branch", False), ("a,b", False)],
)
def test_a_table_is_usable_when_rows_can_name_a_record(header: str, usable: bool) -> None:
    assert Header(header.split(",")).is_usable is usable


@pytest.mark.parametrize(
    ("header", "line", "attribute", "value", "code"),
    [
        ("title,year", "X,1997.0", "year", 1997, None),
        ("title,year", "X,c1999", "year", 1999, None),
        ("title,year", "X,-750.0", "year", None, "row.year"),
        ("title,isbn", "X,9783498035280", "isbns", ("9783498035280",), None),
        ("title,isbn", "X,3498035282", "isbns", ("9783498035280",), None),
        ("title,isbn", "X,439023483", "isbns", ("9780439023481",), None),
        ("title,isbn", "X,9.78043902348e+12", "isbns", (), "isbn.ruined"),
        ("title,isbn", "X,9783498035281", "isbns", (), "isbn.invalid"),
        ("title,language", "X,de", "language", "ger", None),
        ("title,language", "X,en-US", "language", "eng", None),
        ("title,language", "X,Polnisch", "language", "pol", None),
        ("title,language", "X,??", "language", None, "row.language"),
        ("title,form", "X,DVD", "form", Form.FILM, None),
        ("title,form", "X,Hörbuch", "form", Form.AUDIOBOOK, None),
        ("title,form", "X,Brettspiel", "form", Form.GAME, None),
        ("title,form", "X,unbekannt", "form", None, "row.form"),
        ("title,item_type", "X,dvd", "form", Form.FILM, None),
        ("title,audience", "X,Kinder", "audience", Audience.CHILDREN, None),
        ("title,subjects", "X,Eins; Zwei -- Drei ;", "subjects", ("Eins", "Zwei -- Drei"), None),
        ("title,contributors", "X,Foy (actor);Loituma (Musical group)", "contributors",
         (("Foy", "actor"), ("Loituma (Musical group)", None)), None),
        ("title,barcode", "X,3.99E+12", "item", None, "row.barcode_ruined"),
    ],
)  # fmt: skip
def test_cells_are_understood(
    header: str, line: str, attribute: str, value: object, code: str | None
) -> None:
    found, codes = row(header, line)
    assert getattr(found, attribute) == value
    assert codes == ([code] if code else [])


def test_authors_parted_by_commas_are_told_from_inverted_names() -> None:
    findings: list[Finding] = []
    several = Header(["title", "authors"])
    assert understood(several, ["X", "J.K. Rowling, Mary GrandPré"], findings).authors == (
        "J.K. Rowling",
        "Mary GrandPré",
    )
    assert understood(several, ["X", "Kehlmann, Daniel"], findings).authors == ("Kehlmann, Daniel",)


WHOLE = TableRow(
    control_number="LND1",
    title="Die Vermessung der Welt",
    subtitle="Roman",
    original_title="Measuring",
    authors=("Kehlmann, Daniel",),
    contributors=(("Foy, Claire", "narrator"),),
    year=2005,
    isbns=("9783498035280",),
    language="ger",
    form=Form.BOOK,
    subjects=("Historischer Roman", "Polska -- Historia -- 18 w."),
    publisher="Rowohlt",
    place="Reinbek bei Hamburg",
    extent="302 Seiten",
    series=("Reihe ; 3",),
    summary="Zwei Deutsche reisen.",
    audience=Audience.ADULT,
    call_number="ROM KEHL",
    record_id=None,
    item=None,
)


@pytest.mark.parametrize("form", list(Form))
def test_a_row_says_the_same_as_a_record(form: Form) -> None:
    from dataclasses import replace

    described = describe(to_marc(replace(WHOLE, form=form)))
    assert (described.title, described.subtitle) == ("Die Vermessung der Welt", "Roman")
    assert described.filing_title == "vermessung der welt"
    assert described.authors == ("Kehlmann, Daniel", "Foy, Claire")
    assert described.other_titles == ("Measuring",)
    for name in (
        "year",
        "isbns",
        "language",
        "subjects",
        "publisher",
        "place",
        "extent",
        "series",
        "summary",
    ):
        assert getattr(described, name) == getattr(WHOLE, name), name
    assert (described.form, described.audience, described.call_number) == (form, Audience.ADULT, "ROM KEHL")


def test_rows_tell_one_record_by_number_then_isbn_then_all_they_say() -> None:
    from dataclasses import replace

    nameless = replace(WHOLE, control_number=None)
    assert identity(WHOLE) == identity(replace(WHOLE, title="Other"))
    assert identity(nameless) == identity(replace(nameless, title="DIE VERMESSUNG DER WELT!", year=1))
    assert identity(nameless) != identity(replace(nameless, title="Ruhm"))
    without = replace(nameless, isbns=())
    assert identity(without) == identity(replace(without, publisher="Other"))
    assert identity(without) != identity(replace(without, year=2006))
