"""More like this: what shares rare subjects and authors, and never an edition of the same work."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.finding import Asker, Finder
from kiosk.catalog.folding import fold
from kiosk.catalog.likeness import Work, one_of_each_work
from kiosk.decisions import Decider, LibraryCache
from kiosk.model.record import Description, Form
from kiosk.storage import Database
from kiosk.storage.catalogue.descriptions import NewRecord
from tests.catalog.conftest import NOW


def same_work(one: Description, other: Description) -> bool:
    return Work(one).is_that_of(Work(other))


def work(title: str, *authors: str, **more: object) -> Description:
    about = Description(title=title, filing_title=fold(title), form=Form.BOOK, authors=authors)
    return replace(about, **more)  # type: ignore[arg-type]


SOLARIS = work("Solaris", "Lem, Stanisław", subjects=("Science fiction", "Oceans -- Fiction"))


@pytest.mark.parametrize(
    "edition",
    [
        replace(SOLARIS, year=1990),
        replace(SOLARIS, form=Form.AUDIOBOOK, authors=("Lem, Stanislaw", "Reader, Anna")),
        replace(SOLARIS, title="SOLARIS (Penguin Classics)", subtitle="a novel"),
        work("Солярис", "Лем, Станислав", names=("Lem, Stanisław",), other_titles=("Solaris",)),
        work("Lem's ocean", "Stanisław Lem", other_titles=("Solaris",)),
        work("The Solaris", "Lem, Stanisław", filing_title="solaris"),
        work("Solaris", names=("Stanisław Lem",)),
    ],
)
def test_editions_translations_and_readings_are_one_work(edition: Description) -> None:
    assert same_work(SOLARIS, edition)
    assert same_work(edition, SOLARIS)


@pytest.mark.parametrize(
    "other",
    [
        work("Solaris", "Somebody, Else"),
        work("Eden", "Lem, Stanisław"),
        work("Solaris revisited", "Lem, Stanisław"),
        work("Solaris"),
        work("Eden", "Lem, Stanisław", other_titles=("Collected novels",)),
    ],
)
def test_another_title_or_another_author_is_another_work(other: Description) -> None:
    assert not same_work(SOLARIS, other)
    assert not same_work(other, SOLARIS)


def test_two_collections_that_share_a_part_are_not_one_work() -> None:
    one, other = (work(title, "Poe", other_titles=("The raven",)) for title in ("Poems", "Tales"))
    assert not same_work(one, other)


_words = st.sampled_from(["Solaris", "Eden", "Der Eden", "solaris (2)", ""])
_works = st.builds(
    lambda title, others, authors: work(title, *authors, other_titles=tuple(others)),
    _words,
    st.lists(_words, max_size=2),
    st.lists(st.sampled_from(["Lem, Stanisław", "Lem, Stanislaw", "Poe"]), max_size=2),
)


@given(_works, st.lists(_works, max_size=8))
def test_of_any_titles_one_of_each_work_is_kept(shown: Description, found: list[Description]) -> None:
    kept = one_of_each_work(shown, enumerate(found))
    assert all(not same_work(shown, found[number]) for number in kept)
    assert all(not same_work(found[one], found[other]) for one in kept for other in kept if one < other)
    left_out = set(range(len(found))) - set(kept)
    assert all(any(same_work(found[n], one) for one in (shown, *found)) for n in left_out)


def stored(database: Database, *works: Description) -> list[int]:
    with database.act() as act:
        added = [
            act.records.add(NewRecord(None, None, about, "{}", f"hash {number}"), NOW).id
            for number, about in enumerate(works)
        ]
        act.commit()
    return added


def like(database: Database, record_id: int, folder: Path, limit: int = 10) -> list[str]:
    finder = Finder(database, Decider(LibraryCache()), folder / "index")
    rows = finder.more_like(record_id, limit, Asker(NOW, "MAIN"))
    return [row.listed.description.title for row in rows]


def test_a_rare_subject_or_author_weighs_more_than_a_common_one(library: Database, tmp_path: Path) -> None:
    common = [work(f"Common {n}", f"Author {n}", subjects=("Science fiction",)) for n in range(30)]
    by_lem = [work(f"By Lem {n}", "Lem, Stanisław") for n in range(6)]
    seas = [work(f"Sea {n}", f"Sailor {n}", subjects=("Oceans -- Fiction",)) for n in range(2)]
    both = work("Both", "Else", subjects=("Science fiction", "Oceans -- Fiction"))
    edition = replace(SOLARIS, form=Form.AUDIOBOOK)
    first, *_ = stored(library, SOLARIS, *common, *by_lem, *seas, both, edition, work("Nothing alike", "X"))
    found = like(library, first, tmp_path, 40)
    assert "Solaris" not in found
    assert "Nothing alike" not in found
    assert found[0] == "Both"
    assert set(found[1:3]) == {"Sea 0", "Sea 1"}
    assert set(found[3:9]) == {f"By Lem {n}" for n in range(6)}
    assert all(title.startswith("Common") for title in found[9:])
    assert len(found) == 39
    assert len(like(library, first, tmp_path, 4)) == 4


def test_a_title_without_subjects_and_authors_has_nothing_like_it(library: Database, tmp_path: Path) -> None:
    alone, _ = stored(library, work("Alone"), SOLARIS)
    assert like(library, alone, tmp_path) == []
    assert like(library, 4711, tmp_path) == []


def test_a_subject_that_everything_has_still_leads_somewhere(library: Database, tmp_path: Path) -> None:
    first, *_ = stored(library, *(work(f"One of many {n}", subjects=("Fiction",)) for n in range(700)))
    found = like(library, first, tmp_path)
    assert len(found) == 10
    assert "One of many 0" not in found
