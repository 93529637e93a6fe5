"""However a letter is written on the record and however it is typed, the two meet without any loosening."""

from itertools import permutations
from pathlib import Path

import pytest

from kiosk.catalog.folding import fold, fold_variants
from kiosk.catalog.search import IndexedRecord, SearchIndex, SearchRequest
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.wording import read_wording
from kiosk.model.record import Description, Form

from .shelf import FIRST_DAY, Feed

_SAME = (
    ("Müller", "Muller", "Mueller", "MÜLLER", "mu\u0308ller"),
    ("Gärtner", "Gartner", "Gaertner"),
    ("Schröder", "Schroder", "Schroeder"),
    ("Straße", "Strasse", "STRASSE"),
    ("Łódź", "Lodz", "łodz"),
    ("Żółć", "Zolc"),
    ("Øresund", "Oresund", "Oeresund"),
    ("Ærø", "Aero"),
    ("Émile", "Emile"),
    ("Dvořák", "Dvorak"),
    ("Ångström", "Angstrom"),
    ("Ёлка", "Елка"),
    ("Οδύσσεια", "οδυσσεια"),
    ("Encyclopædia", "Encyclopaedia"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    records = []
    for number, spelling in enumerate((one for same in _SAME for one in same), start=1):
        about = Description(title=f"{spelling} Band {number}", filing_title=fold(spelling), form=Form.BOOK)
        records.append(IndexedRecord(number, None, about, FIRST_DAY))
    made = SearchIndex.open(Path(tmp_path_factory.mktemp("letters")))
    made.rebuild(Feed(records))
    return made


@pytest.mark.parametrize(("catalogued", "typed"), [pair for same in _SAME for pair in permutations(same, 2)])
def test_spellings_of_one_word_meet_both_ways(index: SearchIndex, catalogued: str, typed: str) -> None:
    result = index.search(SearchRequest(typed, limit=50))
    assert catalogued in {hit.row.title.split()[0] for hit in result.hits}
    assert result.relaxed == ()


def test_nothing_that_is_typed_is_remembered() -> None:
    before = fold_variants.cache_info().currsize
    wording = read_wording("fürchterliche Ängste", Analyzer())
    assert [word.text for word in wording.words] == ["furchterliche", "angste"]
    assert fold_variants.cache_info().currsize == before
