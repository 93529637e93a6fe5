"""What a record says in another script is found in either; marks of filing are neither seen nor sorted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalog.description import describe
from kiosk.catalog.search import IndexedRecord, SearchField, SearchIndex, SearchRequest, Sort
from tests.catalog.search.shelf import Feed
from tests.catalog.small_records import CODED, record

_LINES = {
    1: (
        "100 1# $6880-01$aTolstoĭ, Lev,$cgraf$q(Lev Nikolaevich)",
        "880 1# $6100-01/(N$aТолстой, Лев",
        "245 10 $6880-02$aVoĭna i mir :$broman /$cLev Tolstoĭ",
        "880 10 $6245-02/(N$aВойна и мир :$bроман /$cЛев Толстой",
        "264 #1 $6880-03$aMoskva :$bNauka",
        "505 0# $6880-04$aChast' pervai︠a︡",
        "880 0# $6505-04/(N$aЧасть первая",
        "520 ## $6880-05$aO voĭne s Napoleonom.",
        "880 ## $6520-05/(N$aО войне с Наполеоном.",
        "650 #0 $6880-06$aNapoleonic Wars",
        "880 #0 $6650-06/(N$aНаполеоновские войны",
        "490 0# $6880-07$aBiblioteka",
        "880 0# $6490-07/(N$aБиблиотека",
        "246 3# $6880-08$aMir i voĭna",
        "880 3# $6246-08/(N$aМир и война",
    ),
    2: (
        "100 1# $aHomer",
        "245 10 $6880-01$aOdysseia",
        "880 10 $6245-01$aΟδύσσεια",
        "880 1# $6100-00$aΌμηρος",
    ),
    3: ("245 14 $aDer Zauberberg", "100 1# $aMann, Thomas,$d1875-1955"),
    4: ("245 10 $a<<Der>> Steppenwolf /$cHermann Hesse ; mit Bildern von Anna Zeichner", "110 2# $aSuhrkamp"),
    5: ("245 10 $a\u0098Die\u009c Blechtrommel", "700 1# $aGrass, Günter", "490 0# $a\u0098Die\u009c Reihe"),
    6: ("245 10 $aAbbey Road", "110 2# $a<<The>> Beatles", "711 2# $aEurovision Song Contest"),
    7: ("245 10 $aEin Leben", "600 14 $aBach, Johann Sebastian,$d1685-1750", "111 2# $aWeltkongress"),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    records = [
        IndexedRecord(
            number, None, describe(record(f"008 {CODED}", *lines)), datetime(2026, 1, 1, tzinfo=UTC)
        )
        for number, lines in _LINES.items()
    ]
    made = SearchIndex.open(Path(tmp_path_factory.mktemp("scripts")))
    made.rebuild(Feed(records))
    return made


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("voina i mir", 1),
        ("Voĭna", 1),
        ("война и мир", 1),
        ("ВОЙНА", 1),
        ("tolstoi", 1),
        ("толстой мир", 1),
        ("lev nikolaevich", 1),
        ("chast pervaia", 1),
        ("часть первая", 1),
        ("napoleonom", 1),
        ("наполеоном", 1),
        ("napoleonic wars", 1),
        ("наполеоновские войны", 1),
        ("библиотека", 1),
        ("мир и война", 1),
        ("odysseia", 2),
        ("οδυσσεια", 2),
        ("ΟΔΎΣΣΕΙΑ", 2),
        ("ομηρος", 2),
    ],
)
def test_what_stands_in_two_scripts_is_found_in_both(index: SearchIndex, text: str, number: int) -> None:
    result = index.search(SearchRequest(text))
    assert ([hit.record_id for hit in result.hits], result.relaxed) == ([number], ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mann", 3),
        ("suhrkamp", 4),
        ("hermann hesse", 4),
        ("anna zeichner", 4),
        ("günter grass", 5),
        ("the beatles", 6),
        ("beatles", 6),
        ("eurovision", 6),
        ("weltkongress", 7),
        ("johann sebastian bach", 7),
    ],
)
def test_every_name_on_the_record_finds_it(index: SearchIndex, text: str, number: int) -> None:
    result = index.search(SearchRequest(text))
    assert ([hit.record_id for hit in result.hits], result.relaxed) == ([number], ())
    field = SearchField.SUBJECT if number == 7 and "bach" in text else SearchField.AUTHOR
    assert [hit.record_id for hit in index.search(SearchRequest(text, field=field, relax=False)).hits] == [
        number
    ]


@pytest.mark.parametrize(("title", "number"), [("zauberberg", 3), ("steppenwolf", 4), ("blechtrommel", 5)])
@pytest.mark.parametrize("article", ["", "der ", "die ", "Der "])
def test_articles_do_not_hide_a_title(index: SearchIndex, title: str, number: int, article: str) -> None:
    for field in (SearchField.ANY, SearchField.TITLE):
        result = index.search(SearchRequest(f"{article}{title}", field=field))
        assert ([hit.record_id for hit in result.hits], result.relaxed) == ([number], ())


def test_articles_do_not_sort_a_title_and_their_marks_are_not_seen(index: SearchIndex) -> None:
    hits = index.search(SearchRequest("", sort=Sort.TITLE)).hits
    assert [hit.row.title for hit in hits] == [
        "Abbey Road",
        "Die Blechtrommel",
        "Ein Leben",
        "Odysseia",
        "Der Steppenwolf",
        "Voĭna i mir",
        "Der Zauberberg",
    ]


def test_marks_of_filing_are_seen_nowhere() -> None:
    lines = (
        *_LINES[5],
        "110 2# $a<<The>> Beatles",
        "650 #0 $a\u0098Der\u009c Spiegel",
        "246 3# $a<<Das>> Andere",
    )
    found = describe(record(f"008 {CODED}", *lines))
    assert (found.series, found.subjects, found.other_titles) == (
        ("Die Reihe",),
        ("Der Spiegel",),
        ("Das Andere",),
    )
    assert found.authors == ("The Beatles", "Grass, Günter")
