"""Records that nobody here wrote: counted honestly, imported, exported, imported again."""

import gzip
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kiosk.catalog.description import describe
from kiosk.catalog.exporter import Exporter
from kiosk.catalog.importer import Importer
from kiosk.catalog.marc.record import Field
from kiosk.catalog.problems import Severity
from kiosk.catalog.reading import ReadRecord, read_marc
from kiosk.model.clock import FixedClock
from kiosk.model.errors import FormatUnknown
from kiosk.model.record import Form
from kiosk.storage import Database
from tests.catalog.conftest import LIBRARY, NOW


@pytest.fixture
def desk(sqlite_library: str) -> Database:
    """A configured library on SQLite, which is enough for what is read here."""
    database = Database.open(sqlite_library)
    with database.act() as act:
        act.library.replace(LIBRARY)
        act.commit()
    return database


def test_the_koha_sample_gives_its_records_and_items(real: Path, desk: Database, tmp_path: Path) -> None:
    importer = Importer(desk, FixedClock(NOW))
    path = real / "marc" / "koha-sample-952.xml"
    report = importer.run([path])
    # Two of the 435 are one record: same number, title and year, and only one names its agency.
    assert (report.read, report.created, report.rejected, report.items_created) == (435, 434, 0, 958)
    again = importer.run([path])
    assert (again.unchanged, again.items_created, again.items_updated) == (435, 0, 0)
    for ending in ("mrc", "xml", "json", "csv"):
        exported = tmp_path / f"out.{ending}"
        Exporter(desk).run(exported)
        back = importer.run([exported])
        assert (back.created, back.updated, back.rejected, back.items_updated) == (0, 0, 0, 0), ending
    desk.close()


@pytest.mark.parametrize(
    ("name", "records", "items", "forms"),
    [
        (
            "evergreen-concerto-852.xml",
            344,
            469,
            {Form.BOOK, Form.FILM, Form.MUSIC, Form.AUDIOBOOK, Form.SERIAL},
        ),
        ("evergreen-jazz-949.mrc", 1000, 1238, {Form.BOOK, Form.MUSIC, Form.SCORE}),
        ("evergreen-hebrew-880.mrc", 20, 0, {Form.BOOK}),
    ],
)
def test_other_systems_are_understood(
    real: Path, desk: Database, name: str, records: int, items: int, forms: set[Form]
) -> None:
    report = Importer(desk, FixedClock(NOW)).run([real / "marc" / name])
    assert (report.created, report.items_created, report.complete) == (records, items, True)
    with desk.read() as view:
        found = {stored.record.description.form for some in view.records.iterate() for stored in some}
    assert forms <= found
    desk.close()


def test_authority_records_are_rejected_each_by_name(real: Path) -> None:
    found = list(read_marc(real / "marc" / "authority-records.mrc"))
    assert len(found) == 1066
    assert {finding.code for one in found for finding in one.findings} == {"record.authority"}


def fields_of(found: list[ReadRecord]) -> list[tuple[Field, ...]]:
    return [one.record.fields for one in found if one.record is not None]


def test_every_serialisation_gives_the_same_records(real: Path) -> None:
    folder = real / "marc" / "serialisations"
    alike = [fields_of(list(read_marc(path))) for path in sorted(folder.iterdir())]
    assert len(alike) == 4
    assert [len(one) for one in alike] == [30] * 4
    # One file was written with its ligatures taken apart: read, they are the same.
    assert alike[1:] == alike[:-1]


def test_broken_records_are_read_counted_and_told(real: Path) -> None:
    seen: Counter[str] = Counter()
    for path in sorted((real / "marc" / "torture").iterdir()):
        try:
            found = list(read_marc(path))
        except FormatUnknown:
            seen["unknown"] += 1
            continue
        for number, one in enumerate((one for one in found if one.number is not None), 1):
            assert one.number == number
            seen["read"] += 1
            if one.rejected:
                seen["rejected"] += 1
                assert any(finding.severity is Severity.ERROR for finding in one.findings)
            else:
                assert one.record is not None
                describe(one.record)
    assert seen["unknown"] == 0
    assert seen["rejected"] < 60 < 800 < seen["read"]


@pytest.mark.parametrize(
    ("name", "read", "good"),
    [
        ("008008027.mrc", 19, 18),
        ("bad_hathi_records.mrc", 5, 5),
        ("bad_too_long_plus_2.mrc", 3, 3),
        ("bad_oversize_field_bad_directory.mrc", 5, 5),
        ("datos-20161010-slice.mrc", 1, 1),
        ("pymarc-bad_records.mrc", 8, 6),
        ("pymarc-testunimarc.dat", 1, 0),
        ("pride-and-prejudice-with-many-errors.mrc", 383, 366),
        ("chabon-missing-datafield-tag.xml", 1, 1),
        ("marc-json.json", 1, 0),
        ("pymarc-test.json", 1, 1),
    ],
)
def test_files_that_broke_other_readers(real: Path, name: str, read: int, good: int) -> None:
    found = list(read_marc(real / "marc" / "torture" / name))
    assert (len(found), len([one for one in found if not one.rejected])) == (read, good)


def test_mended_directories_give_the_fields_of_the_mended_file(real: Path) -> None:
    folder = real / "marc" / "torture"
    mended = fields_of(list(read_marc(folder / "pride-and-prejudice-with-many-errors.mrc")))
    fixed = fields_of(list(read_marc(folder / "pride-and-prejudice-fixed.mrc")))
    tags = [sorted(field.tag for field in one) for one in mended]
    same = sum(one == sorted(field.tag for field in other) for one, other in zip(tags, fixed, strict=True))
    assert same == len(fixed)


def test_ten_thousand_books_with_ruined_isbns(real: Path, desk: Database) -> None:
    report = Importer(desk, FixedClock(NOW)).run([real / "csv" / "goodbooks-10k.csv"])
    assert (report.read, report.created, report.rejected) == (10_000, 10_000, 0)
    told = Counter(problem.code for problem in report.problems)
    assert told["isbn.ruined"] > 9_000
    with desk.read() as view:
        assert view.records.find("439023483") is None
        hunger = view.records.find("9780439023481")
    assert hunger is not None
    assert hunger.description.title.startswith("The Hunger Games")
    desk.close()


MEASURED = """
import sys
from pathlib import Path
from kiosk.catalog.importer import Importer
from kiosk.model.clock import SystemClock
from kiosk.storage import Database
database = Database.open(sys.argv[1])
report = Importer(database, SystemClock()).run([Path(name) for name in sys.argv[2:]])
# The high-water mark of this process alone; that of getrusage begins with its parent's.
marks = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(report.read, report.created, int(marks["VmHWM"].split()[0]) // 1024)
"""


def test_memory_stays_flat_on_huge_and_hostile_files(
    real: Path, desk: Database, sqlite_library: str, tmp_path: Path
) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell how much memory a process took")
    one = (real / "marc" / "torture" / "summerland.mrc").read_bytes()
    huge = tmp_path / "huge.mrc"
    huge.write_bytes(one[:-1] + b"x" * 50_000_000 + b"\x1d" + one)
    xml = tmp_path / "huge.xml"
    xml.write_bytes(b"<collection><record><leader>" + b"x" * 30_000_000 + b"</leader></record></collection>")
    table = tmp_path / "huge.csv"
    table.write_bytes(b'title,author\n"' + b"x" * 50_000_000 + b"\nTwo,B\n")
    packed = tmp_path / "bomb.gz"
    packed.write_bytes(gzip.compress(one + b"\x00" * 100_000_000))
    many = real / "marc" / "evergreen-jazz-949.mrc"
    command = [
        sys.executable,
        "-c",
        MEASURED,
        sqlite_library,
        str(huge),
        str(xml),
        str(table),
        str(packed),
        str(many),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read, created, megabytes = map(int, done.stdout.split())
    assert (read, created) == (1007, 1002)
    assert megabytes < 300
    desk.close()
