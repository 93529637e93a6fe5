"""Known items of the sample library, asked for as patrons ask, come up first."""

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalog.folding import fold
from kiosk.catalog.search import IndexedRecord, SearchIndex, SearchRequest
from kiosk.model.record import Description, Form
from kiosk.storage import sqlite_url

from .known_items import KnownLibrary, known_items, score
from .shelf import Feed, filing

_CATALOGUE = Path(__file__).parents[3] / "data" / "catalogue"
_ASKED = 120


def works() -> Iterator[tuple[int, dict[str, str]]]:
    rows = []
    for path in sorted(_CATALOGUE.glob("works-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    yield from enumerate(rows, start=1)


def indexed(number: int, row: dict[str, str]) -> IndexedRecord:
    about = Description(
        title=row["title"],
        filing_title=filing(row["title"]) or fold(row["title"]),
        form=Form(row["form"]),
        subtitle=row["subtitle"] or None,
        authors=(row["author"],) if row["author"] else (),
        names=tuple(name.partition("(")[0].strip() for name in row["contributors"].split(";") if name),
        subjects=tuple(subject for subject in row["subjects"].split(";") if subject),
        summary=row["summary"] or None,
        year=int(row["year"]) if row["year"].isdecimal() else None,
        language=row["language"] or None,
    )
    return IndexedRecord(number, row["control_number"], about, datetime(2024, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    records = [indexed(number, row) for number, row in works()]
    if len(records) < _ASKED:
        pytest.skip("the sample catalogue (data/catalogue/works-*.csv) is not here")
    index = SearchIndex.open(tmp_path_factory.mktemp("library"))
    index.rebuild(Feed(records))
    return index


def longest_word(row: dict[str, str]) -> str:
    return max(row["title"].split(), key=len)


def surname_and_word(row: dict[str, str]) -> str:
    return f"{row['author'].partition(',')[0]} {longest_word(row)}"


def mistyped(row: dict[str, str]) -> str:
    word = longest_word(row)
    if len(word) < 5:
        return row["title"]
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return row["title"].replace(word, swapped)


def bare(row: dict[str, str]) -> str:
    return fold(row["title"])


@pytest.mark.parametrize(("asked", "least"), [(bare, 0.95), (surname_and_word, 0.9), (mistyped, 0.9)])
def test_known_items_come_up_first(
    library: SearchIndex, asked: Callable[[dict[str, str]], str], least: float
) -> None:
    chosen = random.Random(7).sample(list(works()), _ASKED)
    gained = 0.0
    missed = []
    for number, row in chosen:
        hits = library.search(SearchRequest(asked(row), limit=10, facets=())).hits
        same = [hit.record_id == number or hit.row.title == row["title"] for hit in hits]
        gained += 1 / (same.index(True) + 1) if True in same else 0
        if not same or not same[0]:
            missed.append((asked(row), row["title"], [hit.row.title for hit in hits[:3]]))
    score = gained / len(chosen)
    print(f"MRR@10 {asked.__name__}: {score:.3f}", *missed, sep="\n  ")  # noqa: T201 - read with -s
    assert score >= least


_REAL = (
    "csv/goodbooks-10k.csv",
    "marc/koha-sample-952.xml",
    "marc/evergreen-concerto-852.xml",
    "marc/evergreen-jazz-949.mrc",
    "marc/evergreen-hebrew-880.mrc",
    "marc/serialisations/test_data.utf8.mrc",
)


def url_of_copy(template: Path, folder: Path) -> str:
    shutil.copyfile(template, folder / "library.db")
    return sqlite_url(folder / "library.db")


@pytest.fixture(scope="module")
def real_library(real: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> KnownLibrary:
    folder = tmp_path_factory.mktemp("real")
    files = [real / name for name in _REAL]
    missing = [str(file) for file in files if not file.exists()]
    if missing:
        pytest.skip(f"real records are missing: {', '.join(missing)} (set KIOSK_TEST_DATA)")
    return KnownLibrary.of(url_of_copy(sqlite_template, folder), folder / "index", files)


@pytest.fixture(scope="module")
def sample_library(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> KnownLibrary:
    folder = tmp_path_factory.mktemp("sample")
    files = sorted(_CATALOGUE.glob("works-*.csv"))
    if not files:
        pytest.skip("the sample catalogue (data/catalogue/works-*.csv) is not here")
    return KnownLibrary.of(url_of_copy(sqlite_template, folder), folder / "index", files)


def asked_of(library: KnownLibrary, name: str, *, typing: bool) -> tuple[float, float]:
    """Ask a whole list and print how it fared; what was missed is told of the half that is not held out."""
    items = known_items(name)
    assert [item for item in items if not library.answers(item)] == []
    fared = score(library, items, typing=typing)
    held_out = score(library, [item for item in items if item.held_out], typing=typing)
    told = [f"{place}: {item}" for item, place in fared.missed if not item.held_out]
    head = f"{name}, {'as typed' if typing else 'as asked'}; held out {held_out.reciprocal:.3f}"
    print(head, *fared.lines(), *told, sep="\n  ")  # noqa: T201 - read with -s
    return fared.reciprocal, fared.first


@pytest.mark.parametrize("typing", [False, True])
def test_what_patrons_type_finds_the_real_records_they_mean(real_library: KnownLibrary, typing: bool) -> None:
    reciprocal, first = asked_of(real_library, "real", typing=typing)
    assert (reciprocal >= 0.96, first >= 0.935) == (True, True)


@pytest.mark.parametrize("typing", [False, True])
def test_what_is_typed_in_german_and_polish_finds_the_sample_titles_meant(
    sample_library: KnownLibrary, typing: bool
) -> None:
    reciprocal, first = asked_of(sample_library, "sample", typing=typing)
    assert (reciprocal >= 0.98, first >= 0.975) == (True, True)
