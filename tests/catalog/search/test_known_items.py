"""Known items of the sample library, asked for as patrons ask, come up first."""

import csv
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.catalog.folding import fold
from kiosk.catalog.search import IndexedRecord, SearchIndex, SearchRequest
from kiosk.model.record import Description, Form

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
        hits = library.search(SearchRequest(asked(row), limit=10, facets=False)).hits
        same = [hit.record_id == number or hit.row.title == row["title"] for hit in hits]
        gained += 1 / (same.index(True) + 1) if True in same else 0
        if not same or not same[0]:
            missed.append((asked(row), row["title"], [hit.row.title for hit in hits[:3]]))
    score = gained / len(chosen)
    print(f"MRR@10 {asked.__name__}: {score:.3f}", *missed, sep="\n  ")  # noqa: T201 - read with -s
    assert score >= least
