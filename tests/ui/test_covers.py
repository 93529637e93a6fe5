"""The same title always has the same cover; nothing that is printed in a catalogue breaks one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from kiosk.look.palette import contrast
from kiosk.ui.shared.cover_design import COLOURINGS, SHELF, CoverOrder, design
from kiosk.ui.shared.cover_painting import paint_cover
from kiosk.ui.shared.cover_text import broken, cover_font
from kiosk.ui.shared.covers import Covers, stored_cover
from kiosk.ui.shared.fonts import load_fonts
from kiosk.ui.shared.jobs import Jobs
from tests.small_disks import filled, small_disk_at

FORMS = ["book", "ebook", "audiobook", "music", "film", "game", "map", "score", "serial", "kit", "unheard-of"]
HARD = [
    "",
    " ",
    "1984",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Преступление и наказание",
    "📚" * 40,
    "a" * 5000,
    "the",
    "الف ليلة وليلة",
    "x\n\t\0y",
]


@pytest.fixture(autouse=True)
def _typefaces(qtbot: QtBot) -> None:
    load_fonts()


@pytest.mark.parametrize("layout", range(6))
@pytest.mark.parametrize("title", HARD, ids=lambda title: title[:12] or "empty")
def test_any_title_gets_a_cover_in_every_layout(title: str, layout: int) -> None:
    for form in FORMS:
        image = paint_cover(CoverOrder(title, title, form, 122, layout=layout))
        assert image.width() == 122
        assert image.height() == (122 if form in {"music", "audiobook", "game"} else 181)


LONG = [
    ("Kafka. Die frühen Jahre", "Reiner Stach"),
    ("Język polski dla dzieci", ""),
    ("Prowadź swój pług przez kości umarłych", "Olga Tokarczuk"),
    ("Die Geschichte von dem Mann, der auszog, das Fürchten zu lernen", "Hans-Joachim von Donnersmarck"),
]


@pytest.mark.parametrize("form", ["book", "music"])
@pytest.mark.parametrize(("title", "author"), LONG)
def test_a_title_never_runs_into_the_bars_of_a_shelf(title: str, author: str, form: str) -> None:
    lettered = paint_cover(CoverOrder(title, author, form, 250, colouring=2, layout=SHELF))
    bare = paint_cover(CoverOrder("", "", form, 250, colouring=2, layout=SHELF))
    top = round((92.4 if form == "book" else 55.35) * 2.5)
    for y in range(top, lettered.height()):
        assert [lettered.pixel(x, y) for x in range(250)] == [bare.pixel(x, y) for x in range(250)], y


def test_a_line_may_end_with_a_hyphen_of_the_titles_own() -> None:
    font = _font()
    room = QFontMetricsF(font).horizontalAdvance("Nähmaschinen-") + 1
    assert broken("Nähmaschinen-Koffer", font, room) == ["Nähmaschinen-", "Koffer"]
    assert broken("Nähmaschinen-Koffer", font, 10 * room) == ["Nähmaschinen-Koffer"]


def test_a_title_has_the_same_cover_every_time() -> None:
    order = CoverOrder("Die Vermessung der Welt", "Daniel Kehlmann", "book", 252)
    assert paint_cover(order) == paint_cover(order)


def test_covers_come_in_every_colour_and_layout() -> None:
    designs = [design(CoverOrder(f"Title {n}", f"Author {n}", "book", 112)) for n in range(600)]
    assert {plan.ground for plan in designs} == {ground for ground, _, _ in COLOURINGS}
    assert {plan.layout for plan in designs} == set(range(6))


@pytest.mark.parametrize(("ground", "text", "accent"), COLOURINGS)
def test_a_title_can_be_read_on_its_ground(ground: str, text: str, accent: str) -> None:
    assert contrast(text, ground) >= 5.1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(30, 300))
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    font = _font()
    metrics = QFontMetricsF(font)
    for line in broken(text, font, room, most=10_000):
        assert metrics.horizontalAdvance(line) <= room or len(line.rstrip("-")) <= 3


def _font() -> QFont:
    return cover_font(12, QFont.Weight.Bold)


def test_a_long_word_is_hyphenated_and_loses_no_letter() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    lines = broken(word, _font(), 60)
    assert len(lines) > 1
    assert "".join(line.removesuffix("-") for line in lines) == word


@pytest.mark.parametrize(
    ("title", "letter"), [("Der Process", "P"), ("The Hours", "H"), ("Die", "D"), ("…und", "U"), ("", "")]
)
def test_the_initial_is_the_first_letter_after_the_article(title: str, letter: str) -> None:
    assert design(CoverOrder(title, "", "book", 100)).initial == letter


def test_a_small_cover_leaves_the_author_out() -> None:
    assert design(CoverOrder("Momo", "Michael Ende", "book", 83)).author == ""
    assert design(CoverOrder("Momo", "Michael Ende", "book", 84)).author == "Michael Ende"


def test_a_cover_is_painted_once_and_given_at_once_after_that(tmp_path: Path, qtbot: QtBot) -> None:
    jobs = Jobs()
    covers = Covers(tmp_path / "covers", jobs)
    order = CoverOrder("Momo", "Michael Ende", "book", 112)
    with qtbot.waitSignal(covers.painted) as told:
        assert covers.url(order) == ""
        assert covers.url(order) == ""
    assert told.args == [order, covers.url(order)]
    files = list((tmp_path / "covers").iterdir())
    assert len(files) == 1
    assert QImage(str(files[0])).width() == 112
    jobs.close()


def test_a_cover_painted_before_is_not_painted_again(tmp_path: Path) -> None:
    order = CoverOrder("Momo", "Michael Ende", "book", 112)
    path = stored_cover(tmp_path, order)
    before = path.stat().st_mtime_ns
    assert stored_cover(tmp_path, order).stat().st_mtime_ns == before


@pytest.mark.parametrize("rest", [b"", b"\x89PNG half of it"])
def test_a_cover_that_a_power_cut_left_half_is_painted_again(tmp_path: Path, rest: bytes) -> None:
    order = CoverOrder("Momo", "Michael Ende", "book", 112)
    file = stored_cover(tmp_path, order)
    whole = file.read_bytes()
    file.write_bytes(rest)
    assert stored_cover(tmp_path, order).read_bytes() == whole


def test_a_full_disk_leaves_no_half_cover_and_the_next_wish_with_room_paints_it(tmp_path: Path) -> None:
    order = CoverOrder("Momo", "Michael Ende", "book", 112)
    with small_disk_at(tmp_path / "disk", 1) as disk:
        with filled(disk), pytest.raises(OSError, match="No space left"):
            stored_cover(disk / "covers", order)
        assert not list(disk.glob("covers/*"))
        assert not QImage(str(stored_cover(disk / "covers", order))).isNull()


def test_a_folder_that_cannot_be_written_costs_the_picture_only(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "covers").write_text("a file in the way")
    jobs = Jobs()
    covers = Covers(tmp_path / "covers", jobs)
    with qtbot.waitSignal(jobs.idle):
        assert covers.url(CoverOrder("Momo", "", "book", 112)) == ""
    (tmp_path / "covers").unlink()
    with qtbot.waitSignal(covers.painted):
        covers.url(CoverOrder("Momo", "", "book", 112))
    jobs.close()
