"""A heading met while browsing leads to as many titles as it is said to have."""

from collections.abc import Callable
from pathlib import Path

from kiosk.catalog.finding import Finder
from kiosk.catalog.importer import Importer
from kiosk.catalog.search import Filters, SearchRequest
from kiosk.decisions import Decider, LibraryCache
from kiosk.storage import Database
from tests.catalog.small_records import book, iso2709

_SUBJECTS = ("Science fiction", "Science-Fiction", "SCIENCE FICTION.", "Łódź -- History", "Lodz--History")
_MORE = ("C (Computer program language)", "C++ (Computer program language)", "C# (Computer program language)")
_AUTHORS = ("King, B.B.", "King, B. B.", "Müller, Eva", "Muller, Eva", "<<The>> Beatles", "The Beatles")


def test_every_count_of_a_list_is_what_the_heading_then_finds(
    library: Database, importer: Importer, made: Callable[[str, bytes | str], Path], tmp_path: Path
) -> None:
    records = [book(f"s{n}", f"S{n}", f"650 #0 $a{text}") for n, text in enumerate((*_SUBJECTS, *_MORE))]
    records += [book(f"a{n}", f"A{n}", f"100 1# $a{name}") for n, name in enumerate(_AUTHORS)]
    importer.run([made("some.mrc", iso2709(*records))])
    finder = Finder(library, Decider(LibraryCache()), tmp_path / "index")
    finder.rebuild()
    counts = {}
    for kind in ("author", "subject"):
        for heading in finder.browse(kind, "", 50).headings:
            chosen = (heading.text,)
            filters = Filters(authors=chosen) if kind == "author" else Filters(subjects=chosen)
            found = finder.index.search(SearchRequest("", filters=filters, relax=False))
            assert (heading.text, heading.records) == (heading.text, found.total)
            counts[heading.text] = heading.records
    assert counts["Science fiction"] == 3
    assert [counts[text] for text in _MORE] == [1, 1, 1]
    assert sum(counts.values()) == len(records)
