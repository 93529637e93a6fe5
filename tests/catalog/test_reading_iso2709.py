"""ISO 2709: what is broken costs itself, not the file."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.marc.encodings import TextDecoder
from kiosk.catalog.marc.framing import frames
from kiosk.catalog.problems import Finding, Severity
from kiosk.catalog.reading import ReadRecord, RecordFile, read_marc
from kiosk.catalog.source import SourceFormat
from kiosk.model.errors import FileUnreadable, FormatUnknown
from tests.catalog.small_records import book, iso2709

Made = Callable[[str, bytes | str], Path]
ONE, TWO, THREE = (iso2709(book(number, f"Titel {number}")) for number in ("1", "2", "3"))


def numbers(found: list[ReadRecord]) -> list[str | None]:
    return [one.control_number for one in found if not one.rejected]


def codes(found: list[ReadRecord]) -> set[str]:
    return {finding.code for one in found for finding in one.findings}


@pytest.mark.parametrize(
    ("content", "read", "good", "code"),
    [
        (ONE + TWO + THREE, 3, ["1", "2", "3"], None),
        (ONE + b"99999" + TWO[5:] + THREE, 3, ["1", "2", "3"], "record.length"),
        (ONE + b"00000" + TWO[5:] + THREE, 3, ["1", "2", "3"], "record.length"),
        (ONE + b"00042" + TWO[5:] + THREE, 3, ["1", "2", "3"], "record.length"),
        (ONE + b"     " + TWO[5:] + THREE, 3, ["1", "2", "3"], "record.length"),
        (ONE + b"\r\n" + TWO + b"\n" + THREE + b"\x1a\r\n", 3, ["1", "2", "3"], None),
        (ONE + b"from: somebody\n" + TWO, 2, ["1", "2"], "file.garbage"),
        (ONE[:-1] + TWO, 2, ["1", "2"], "record.terminator"),
        (ONE + TWO[:-1], 2, ["1", "2"], "record.terminator"),
        (ONE + TWO[: len(TWO) // 2], 2, ["1"], "record.truncated"),
        (ONE + b"rubbish\x1d" + TWO, 3, ["1", "2"], "record.undecodable"),
        (ONE + TWO.replace(b"00000", b"0000x", 1) + THREE, 3, ["1", "2", "3"], None),
        (ONE.replace(b"nam a22", b"n##ua##"), 1, ["1"], "leader.blank"),
        (b"\xef\xbb\xbf" + ONE + TWO, 2, ["1", "2"], None),
        (ONE.replace(b"Titel", b"Ti\x01el"), 1, ["1"], "characters.control"),
        (ONE.replace(b"Titel", b"Ti\x1del"), 1, ["1"], "characters.control"),
    ],
)
def test_the_reader_goes_on_behind_what_is_broken(
    made: Made, content: bytes, read: int, good: list[str], code: str | None
) -> None:
    found = list(read_marc(made("x.mrc", content)))
    assert len([one for one in found if one.number is not None]) == read
    assert numbers(found) == good
    assert code is None or code in codes(found)


def test_a_directory_that_lost_a_character_is_mended(made: Made) -> None:
    whole = iso2709(book("7", "Der Turm", "650 #7 $aDresden"))
    broken = whole[:24] + whole[25:]
    (found,) = read_marc(made("x.mrc", broken))
    assert found.record is not None
    assert [one.tag for one in found.record.fields] == ["001", "003", "008", "245", "650"]
    assert "record.directory" in {one.code for one in found.findings}


def test_a_directory_that_cannot_be_mended_rejects_the_record(made: Made) -> None:
    whole = iso2709(book("7"))
    base = int(whole[12:17])
    (first, second) = read_marc(made("x.mrc", whole[:24] + b"?" * (base - 25) + whole[base - 1 :] + ONE))
    assert first.rejected
    assert "record.directory_lost" in {one.code for one in first.findings}
    assert second.control_number == "1"


def test_packed_files_are_read_alike(made: Made) -> None:
    assert numbers(list(read_marc(made("x.gz", gzip.compress(ONE + TWO))))) == ["1", "2"]


def test_a_packed_file_that_breaks_off_gives_what_was_before(made: Made) -> None:
    many = b"".join(iso2709(book(str(number), f"Titel {number * 7919}")) for number in range(3000))
    found = list(read_marc(made("x.gz", gzip.compress(many)[:-2000])))
    assert found[-1].number is None
    assert found[-1].findings[-1].code == "file.damaged"
    assert len(numbers(found)) > 100


def test_a_bomb_is_left_alone(made: Made) -> None:
    found = list(read_marc(made("x.gz", gzip.compress(ONE + b"\x00" * 90_000_000))))
    assert "file.bomb" in codes(found)


def test_a_record_without_end_is_passed_over_in_bounded_memory(made: Made) -> None:
    endless = ONE[:-1] + b"x" * 20_000_000 + b"\x1d"
    found = list(read_marc(made("x.mrc", endless + TWO)))
    assert codes(found) == {"record.too_large"}
    assert numbers(found) == ["2"]


@pytest.mark.parametrize("content", [b"", b"   ", b"\x89PNG\r\n\x1a\n\x00\x00\x00", b"<html><p>x</p></html>"])
def test_files_of_other_kinds_are_not_recognised(made: Made, content: bytes) -> None:
    with pytest.raises(FormatUnknown):
        list(read_marc(made("x", content)))


def test_a_folder_and_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.mrc"):
        with pytest.raises(FileUnreadable):
            list(read_marc(path))


@pytest.mark.parametrize(("kind", "code"), [("z", "authority"), ("x", "holdings"), ("w", "classification")])
def test_what_is_no_title_is_rejected(made: Made, kind: str, code: str) -> None:
    (found,) = read_marc(made("x.mrc", ONE.replace(b"nam a22", b"n" + kind.encode() + b"m a22")))
    assert found.rejected
    assert f"record.{code}" in {one.code for one in found.findings}


def decoded(raw: bytes, flagged: bool) -> tuple[str, list[str]]:
    findings: list[Finding] = []
    (text,) = TextDecoder().decode([raw], flagged, findings)
    return text, [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("raw", "flagged", "text", "code"),
    [
        (b"Muller", False, "Muller", None),
        ("Müller".encode(), True, "Müller", None),
        ("Müller".encode(), False, "Müller", "encoding.unflagged_utf8"),
        (b"M\xe8uller", False, "Müller", None),
        (b"\x1b(NtOLSTOJ\x1b(B", False, "Толстой", None),
        (b"H\x1bb2\x1bsO", False, "H₂O", None),
        (b"caf\xe2e &#x03B1;", False, "café α", None),
        ("Muller\u0308".encode(), True, "Mulle\u0072\u0308", None),
        (b"Caf\xc3\xa9 \xff", True, "Café \ufffd", "encoding.bad_utf8"),
        (b"M\xe8uller", True, "Müller", "encoding.wrong_flag"),
        ("Вода и мир для всех".encode("cp1251"), False, "Вода и мир для всех", "encoding.guessed"),
    ],
)
def test_texts_are_decoded(raw: bytes, flagged: bool, text: str, code: str | None) -> None:
    found, told = decoded(raw, flagged)
    assert found == text
    assert told == ([code] if code else [])


def test_letters_of_the_german_national_library_are_composed() -> None:
    assert decoded("Mu\u0308ller".encode(), True)[0] == "Müller"


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_a_crash(content: bytes) -> None:
    import io

    for frame in frames(io.BytesIO(content)):
        assert frame.raw or frame.findings


@given(st.lists(st.sampled_from([ONE, TWO, THREE, b"\x1d", b"12345", b"\x1e", ONE[:30]]), max_size=12))
def test_any_mixture_of_records_is_counted_and_told(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]
) -> None:
    path = tmp_path_factory.mktemp("mixed") / "x.mrc"
    path.write_bytes(b"".join(parts))
    for read in RecordFile(path, SourceFormat.ISO2709):
        if read.record is None:
            assert any(one.severity is Severity.ERROR for one in read.findings) or read.number is None
