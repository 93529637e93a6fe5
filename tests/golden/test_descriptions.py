"""MARC in, description out: one record for everything that a column derives from."""

import pytest

from kiosk.catalog.description import describe
from kiosk.catalog.problems import Finding
from kiosk.model.record import Audience, Form
from tests.catalog.small_records import CODED, LEADER, record


def coded(**places: str) -> str:
    """Return an 008 with other codes at places named ``at_22``."""
    text = list(CODED)
    for name, codes in places.items():
        start = int(name.removeprefix("at_"))
        text[start : start + len(codes)] = codes
    return "008 " + "".join(text)


@pytest.mark.parametrize(
    ("lines", "title", "filing_title", "subtitle"),
    [
        (
            ["245 14 $aDer Turm :$bGeschichte /$cUwe Tellkamp."],
            "Der Turm",
            "turm",
            "Geschichte",
        ),
        (["245 00 $a<<Der>> Turm"], "Der Turm", "turm", None),
        (["245 00 $a\u0098Der\u009c Turm"], "Der Turm", "turm", None),
        (["245 00 $aDer Turm"], "Der Turm", "turm", None),
        ([coded(at_35="eng"), "245 00 $aDie Hard"], "Die Hard", "die hard", None),
        ([coded(at_35="eng"), "245 00 $aA is for alibi"], "A is for alibi", "a is for alibi", None),
        ([coded(at_35="fre"), "245 12 $aL'été"], "L'été", "ete", None),
        (["245 00 $aTurm$bGeschichte"], "Turm", "turm", "Geschichte"),
        (["245 00 $aWerke$n3$pBriefe"], "Werke. 3. Briefe", "werke 3 briefe", None),
        (["245 00 $aFilm$h[videorecording] :$bein Test."], "Film", "film", "ein Test"),
        (["245 00 $aWer ist wer?"], "Wer ist wer?", "wer ist wer", None),
        (["245 00 $aV︠i︡atka"], "V︠i︡atka", "viatka", None),
        (["245 00 $aUnd so weiter ..."], "Und so weiter ...", "und so weiter", None),
        (["880 10 $6245-01/(N$aВойна и мир"], "Война и мир", "воина и мир", None),
        (["500 ## $aKein Titel"], "", "", None),
    ],
)
def test_titles(lines: list[str], title: str, filing_title: str, subtitle: str | None) -> None:
    found = describe(record(*([] if lines[0].startswith("008") else [f"008 {CODED}"]), *lines))
    assert (found.title, found.filing_title, found.subtitle) == (title, filing_title, subtitle)


def test_names_come_from_headings_statements_and_other_scripts() -> None:
    found = describe(
        record(
            "100 1# $6880-01$aTolstoĭ, Lev,$cgraf,$d1828-1910.",
            "245 10 $aWar and peace /$cLeo Tolstoy ; translated by A. Maude.",
            "700 1# $aMaude, Aylmer,$etranslator.",
            "700 12 $aPushkin, Aleksandr.$tOnegin.",
            "710 2# $aNational Trust (Great Britain)$bLibrary.",
            "511 1# $aHelen Mirren.",
            "880 1# $6100-01/(N$aТолстой, Лев",
        )
    )
    assert found.authors == ("Tolstoĭ, Lev, graf", "Maude, Aylmer", "National Trust (Great Britain) Library")
    assert found.responsibility == "Leo Tolstoy ; translated by A. Maude"
    assert {"Толстой, Лев", "Pushkin, Aleksandr", "Helen Mirren", found.responsibility} <= set(found.names)
    assert "Onegin" in found.other_titles


def test_subjects_series_notes_and_summary() -> None:
    found = describe(
        record(
            "245 00 $aX",
            "490 1# $aGelbe Reihe ;$v3.",
            "830 #0 $aGelbe Reihe ;$v3.",
            "505 0# $aEins -- Zwei",
            "520 4# $aEnthält Gewalt.",
            "520 ## $aEin Auszug.",
            "600 17 $aGauß, Carl Friedrich,$d1777-1855$xLeben.",
            "650 #7 $aMathematik$zDeutschland$yGeschichte.",
            "650 #0 $aMATHEMATIK$zDeutschland$yGeschichte",
            "655 #7 $aRoman",
        )
    )
    assert found.subjects == (
        "Gauß, Carl Friedrich, 1777-1855 -- Leben",
        "Mathematik -- Deutschland -- Geschichte",
        "Roman",
    )
    assert found.series == ("Gelbe Reihe ; 3",)
    assert found.notes == ("Eins -- Zwei",)
    assert found.summary == "Ein Auszug."


@pytest.mark.parametrize(
    ("leader", "lines", "form"),
    [
        ("am", [], Form.BOOK),
        ("tm", [], Form.BOOK),
        ("as", [], Form.SERIAL),
        ("ai", [], Form.SERIAL),
        ("cm", [], Form.SCORE),
        ("em", [], Form.MAP),
        ("gm", [], Form.FILM),
        ("im", [], Form.AUDIOBOOK),
        ("jm", [], Form.MUSIC),
        ("om", [], Form.KIT),
        ("rm", [], Form.GAME),
        ("mm", [coded(at_26="g")], Form.GAME),
        ("mm", ["655 #7 $aVideo games"], Form.GAME),
        ("mm", [], Form.EBOOK),
        ("am", [coded(at_23="o")], Form.EBOOK),
        ("am", ["007 cr |n"], Form.EBOOK),
        ("am", ["338 ## $aOnline$bcr"], Form.EBOOK),
        ("am", ["336 ## $bspw"], Form.AUDIOBOOK),
        ("am", ["338 ## $bvd"], Form.FILM),
        ("am", ["007 vd cvaizq"], Form.FILM),
        ("am", ["007 sd fungnn"], Form.MUSIC),
        ("am", ["007 sd fungnn", "655 #7 $aHörbuch"], Form.AUDIOBOOK),
        ("am", ["245 00 $aX$h[Bildtonträger]"], Form.FILM),
    ],
)
def test_forms(leader: str, lines: list[str], form: Form) -> None:
    made = record("245 00 $aX", *lines, leader=f"{LEADER[:6]}{leader}{LEADER[8:]}")
    # A given 245 or 008 comes second: the first title has no medium.
    made = made.having(reversed(made.fields))
    assert describe(made).form is form


@pytest.mark.parametrize(
    ("item_types", "form"), [(("DVD",), Form.FILM), (("CD", "BK"), Form.BOOK), ((), Form.BOOK)]
)
def test_item_types_decide_where_the_record_says_only_text(item_types: tuple[str, ...], form: Form) -> None:
    assert describe(record("245 00 $aX"), item_types=item_types).form is form


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ([coded()], 2005),
        ([coded(at_6="t19981997")], 1998),
        ([coded(at_7="19uu"), "264 #1 $c[1987?]"], 1987),
        ([coded(at_7="    "), "260 ## $cc1999."], 1999),
        ([coded(at_7="9999"), "264 #4 $c©2004"], 2004),
        ([coded(at_7="||||"), "260 ## $c[197-?]"], None),
        ([], None),
    ],
)
def test_years(lines: list[str], year: int | None) -> None:
    assert describe(record(*lines, "245 00 $aX")).year == year


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        ([coded()], "ger"),
        ([coded(at_35="DEU")], "ger"),
        ([coded(at_35="|||"), "041 0# $apolger"], "pol"),
        ([coded(at_35="und")], None),
        (["008 970701s1989 it a u000 0 ita u"], "ita"),
        ([coded(at_35="zxx")], "zxx"),
    ],
)
def test_languages(lines: list[str], language: str | None) -> None:
    assert describe(record(*lines, "245 00 $aX")).language == language


@pytest.mark.parametrize(
    ("lines", "audience"),
    [
        ([coded(at_22="j")], Audience.CHILDREN),
        ([coded(at_22="d")], Audience.YOUTH),
        ([coded(at_22="e")], Audience.ADULT),
        ([coded(at_22=" "), "521 1# $aAb 10 Jahren"], Audience.CHILDREN),
        ([coded(at_22=" "), "650 #1 $aPferde"], Audience.CHILDREN),
        ([coded(at_22=" "), "655 #7 $aYoung adult fiction"], Audience.YOUTH),
        ([coded(at_22=" ")], None),
    ],
)
def test_audiences(lines: list[str], audience: Audience | None) -> None:
    assert describe(record(*lines, "245 00 $aX")).audience is audience


def test_isbns_become_thirteen_digits_and_wrong_ones_are_told() -> None:
    findings: list[Finding] = []
    found = describe(
        record(
            "020 ## $a3-498-03528-2 (Gb.) : EUR 19.90",
            "020 ## $a9783498035280",
            "020 ## $a978-3-498-03529-0",
            "020 ## $a9.78E+12",
            "020 ## $z9783000000000",
            "022 ## $a0028-0836",
            "022 ## $a0028-0837",
            "245 00 $aX",
        ),
        findings,
    )
    assert found.isbns == ("9783498035280",)
    assert found.issns == ("0028-0836",)
    assert [finding.code for finding in findings] == ["isbn.invalid", "isbn.ruined"]


def test_imprint_extent_address_and_call_number() -> None:
    found = describe(
        record(
            "050 #4 $aQA21$b.K44",
            "082 04 $a510.92/2",
            "245 00 $aX",
            "260 ## $a[S.l.] :$b[Rowohlt],$c2005.",
            "264 #1 $aReinbek bei Hamburg :$bRowohlt,$c2005.",
            "300 ## $a302 Seiten :$bill. ;$c21 cm",
            "856 42 $uhttps://example.org/toc",
            "856 40 $ujavascript:alert(1)$uhttps://example.org/book",
        )
    )
    assert (found.publisher, found.place, found.extent) == ("Rowohlt", "Reinbek bei Hamburg", "302 Seiten")
    assert found.online == "https://example.org/book"
    assert found.call_number == "510.922"


def test_unknown_places_and_publishers_are_left_out() -> None:
    found = describe(record("245 00 $aX", "260 ## $a[S.l.] :$b[s.n.],$c1990."))
    assert (found.publisher, found.place, found.year) == (None, None, 1990)
