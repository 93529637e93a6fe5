"""The library's own pictures are found by their names, scaled once, and never stop a page."""

from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.ui.patron.own_covers import WIDEST, OwnCovers
from tests.rights import read_only


def picture(path: Path, width: int = 900, height: int = 1400, colour: str = "#aa3300") -> Path:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    path.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(path))
    return path


def file_of(url: str) -> Path:
    return Path(unquote(urlparse(url).path))


@pytest.fixture
def covers(tmp_path: Path) -> OwnCovers:
    (tmp_path / "covers").mkdir()
    return OwnCovers(tmp_path / "covers", tmp_path / "cache")


@pytest.mark.parametrize("ending", ["jpg", "jpeg", "png", "webp"])
@pytest.mark.parametrize("name", ["9783498035280", "LND0001", "r431"])
def test_a_picture_is_found_by_isbn_control_number_or_id(
    covers: OwnCovers, tmp_path: Path, name: str, ending: str
) -> None:
    picture(tmp_path / "covers" / f"{name}.{ending}", 20, 30)
    assert file_of(covers.url(("9783498035280", "LND0001", "r431"))).name == f"{name}.{ending}"


def test_the_first_name_that_has_a_picture_counts(covers: OwnCovers, tmp_path: Path) -> None:
    for name in ("LND0001", "9783498035280"):
        picture(tmp_path / "covers" / f"{name}.png", 20, 30)
    assert file_of(covers.url(("9783498035280", "LND0001"))).stem == "9783498035280"
    assert covers.url(("unknown", "")) == ""


def test_no_name_leads_out_of_the_folder(covers: OwnCovers, tmp_path: Path) -> None:
    picture(tmp_path / "secret.png", 20, 30)
    assert covers.url(("../secret", "..\\secret", str(tmp_path / "secret"))) == ""


def test_a_large_picture_is_scaled_once_and_kept(covers: OwnCovers, tmp_path: Path) -> None:
    picture(tmp_path / "covers" / "1.png", 2000, 3000)
    scaled = file_of(covers.url(("1",)))
    assert scaled.parent == tmp_path / "cache"
    image = QImage(str(scaled))
    assert (image.width(), image.height()) == (WIDEST, 960)
    scaled.write_bytes(b"not made again")
    assert file_of(covers.url(("1",))) == scaled
    assert scaled.read_bytes() == b"not made again"
    assert file_of(OwnCovers(tmp_path / "covers", tmp_path / "cache").url(("1",))) == scaled
    assert [file.name for file in (tmp_path / "cache").iterdir()] == [scaled.name]


def test_another_picture_of_that_name_is_scaled_anew(covers: OwnCovers, tmp_path: Path) -> None:
    before = file_of(covers.url((picture(tmp_path / "covers" / "1.png").stem,)))
    picture(tmp_path / "covers" / "1.png", 1000, 1000)
    after = file_of(covers.url(("1",)))
    assert after != before
    assert QImage(str(after)).height() == WIDEST


def test_what_is_transparent_lies_on_white(covers: OwnCovers, tmp_path: Path) -> None:
    picture(tmp_path / "covers" / "1.png", colour="#00000000")
    assert QImage(str(file_of(covers.url(("1",))))).pixelColor(5, 5) == QColor("white")


@pytest.mark.qt_log_ignore("Unsupported marker")
@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff cut off", b"\x89PNG\r\n\x1a\n"])
def test_what_cannot_be_read_is_none(covers: OwnCovers, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "covers" / "1.png").write_bytes(content)
    assert covers.url(("1",)) == ""
    picture(tmp_path / "covers" / "2.png", 20, 30)
    assert file_of(covers.url(("1", "2"))).stem == "2"


@pytest.mark.qt_log_ignore("Premature end|Corrupt JPEG|libpng|incomplete")
def test_a_large_picture_that_breaks_off_is_none(covers: OwnCovers, tmp_path: Path) -> None:
    whole = picture(tmp_path / "covers" / "1.png", 1000, 1500)
    whole.write_bytes(whole.read_bytes()[:200])
    assert covers.url(("1",)) == ""


def test_without_room_for_a_copy_the_picture_itself_is_shown(covers: OwnCovers, tmp_path: Path) -> None:
    original = picture(tmp_path / "covers" / "1.png")
    (tmp_path / "cache").mkdir()
    with read_only(tmp_path / "cache"):
        assert file_of(covers.url(("1",))) == original
