"""Whatever lies in the folder of the look costs a message and nothing else."""

import os
import zlib
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from kiosk.look.drawings import read_drawing
from kiosk.look.files import Unusable
from kiosk.look.keeping import KeptLook
from kiosk.look.photographs import read_photograph
from kiosk.look.reading import MOST_PICTURES, read_look
from kiosk.words import available_languages, wording

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 10 5">{}</svg>'
)
BOMB = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + SVG.format("&b;")


def key_of(path: Path) -> str:
    with pytest.raises(Unusable) as refused:
        read_drawing(path) if path.suffix == ".svg" else read_photograph(path, 64, 64)
    return refused.value.problem.key


def drawn(folder: Path, content: str) -> Path:
    path = folder / "logo.svg"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (BOMB, "look.svg_part"),
        (SVG.format('<script>alert("")</script>'), "look.svg_part"),
        (SVG.format('<image href="file:///etc/passwd"/>'), "look.svg_part"),
        (SVG.format('<path xlink:href="http://example.org/x" d="M0 0"/>'), "look.svg_part"),
        (SVG.format('<use href="#a"/>'), "look.svg_part"),
        (SVG.format("<text>A</text>"), "look.svg_part"),
        (SVG.format('<filter id="f"/>'), "look.svg_part"),
        (SVG.format('<g style="stroke-dasharray: 0.0001"/>'), "look.svg_part"),
        (SVG.format('<g stroke-dasharray="0.0001"/>'), "look.svg_part"),
        (SVG.format("<style>@import url(x.css);</style>"), "look.svg_part"),
        (SVG.format("<style>path{stroke-d\\61sharray:1}</style>"), "look.svg_part"),
        (SVG.format('<path fill="url(http://example.org)" d="M0 0"/>'), "look.svg_part"),
        (SVG.format('<path onclick="x" d="M0 0"/>'), "look.svg_part"),
        (SVG.format('<path d="M0 0 L1e9 4"/>'), "look.svg_part"),
        (SVG.format("<g>" * 60 + "</g>" * 60), "look.svg_large"),
        (SVG.format("<path/>" * 4000), "look.svg_large"),
        (SVG.format(f'<path d="{"1 2 " * 40_000}"/>'), "look.svg_large"),
        (SVG.replace('viewBox="0 0 10 5"', ""), "look.svg_size"),
        (SVG.replace("0 0 10 5", "0 0 1000 5"), "look.svg_size"),
        (SVG.replace("0 0 10 5", "0 0 0 5"), "look.svg_size"),
        ("<html/>", "look.no_svg"),
        ("<svg", "look.no_svg"),
        ("", "look.no_svg"),
        ("x" * 600_000, "look.heavy"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(tmp_path: Path, content: str, key: str) -> None:
    assert key_of(drawn(tmp_path, content)) == key


def test_what_drawing_programs_write_is_taken(tmp_path: Path) -> None:
    path = drawn(
        tmp_path,
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'
        + SVG.format(
            '<metadata><x:a xmlns:x="y">@\\</x:a></metadata><title>A@B</title>'
            '<style>.a{fill:#8C1D40;stroke-dasharray:none}</style><defs><linearGradient id="g">'
            '<stop offset="0" style="stop-color:#fff"/></linearGradient></defs>'
            '<g data-name="data:"><path class="a" fill="url(#g)" d="M0 0h10v5z" stroke-dasharray="none"/></g>'
        ),
    )
    assert read_drawing(path).ratio == 2


def test_a_logo_in_millimetres_without_a_view_box_has_its_shape(tmp_path: Path) -> None:
    path = drawn(tmp_path, SVG.replace('viewBox="0 0 10 5"', 'width="40mm" height="10mm"'))
    assert read_drawing(path).ratio == 4


def test_a_picture_of_twenty_thousand_pixels_is_refused_before_one_of_them_is_made(tmp_path: Path) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", pack(">IIBBBBB", 20_000, 20_000, 8, 6, 0, 0, 0))
    path = tmp_path / "logo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b""))
    assert key_of(path) == "look.large"


def test_a_picture_that_breaks_off_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.effect_noise((200, 200), 90).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    assert key_of(path) == "look.no_picture"
    path.write_bytes(b"GIF89a" + bytes(40))
    assert key_of(path) == "look.no_picture"


def test_a_picture_is_scaled_down_into_its_box_and_never_up(tmp_path: Path) -> None:
    path = tmp_path / "1.png"
    Image.new("RGB", (400, 100), "#8C1D40").save(path)
    small = read_photograph(path, 100, 100)
    assert (small.width, small.height, len(small.rgba)) == (100, 25, 100 * 25 * 4)
    assert read_photograph(path, 4000, 4000).width == 400
    filled = read_photograph(path, 90, 160, fill=True)
    assert (filled.width, filled.height) == (90, 160)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system knows no pipes")
def test_neither_a_link_nor_a_pipe_nor_a_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "1.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(tmp_path / "2.png")
    (tmp_path / "3.png").mkdir()
    assert [key_of(tmp_path / f"{number}.png") for number in (1, 2, 3, 4)] == [
        "look.link",
        "look.no_file",
        "look.no_file",
        "look.missing",
    ]


def test_a_folder_full_of_mischief_names_each_file_and_keeps_what_is_good(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    drawn(tmp_path, SVG.format('<path d="M0 0h10v5z"/>'))
    (tmp_path / "logo-dark.svg").write_text(BOMB)
    for number in range(MOST_PICTURES):
        Image.new("RGB", (8, 8)).save(pictures / f"{number:02}.png")
    (pictures / "a.txt").write_text("no picture")
    (pictures / "00.png").write_bytes(b"no picture")
    look = read_look(tmp_path)
    assert look.light_logo is not None
    assert look.dark_logo is None
    assert len(look.pictures) == MOST_PICTURES - 1
    assert [problem.key for problem in look.problems] == ["look.svg_part", "look.many", "look.no_picture"]
    for language in available_languages():
        words = wording(language)
        for problem in (look.problems[0], look.problems[2]):
            assert str(dict(problem.values)["file"]) in words.show(problem)


def test_a_look_is_read_again_only_once_a_file_was_changed(tmp_path: Path) -> None:
    kept = KeptLook(tmp_path)
    assert kept.current().light_logo is None
    drawn(tmp_path, SVG)
    first = kept.current()
    assert first.light_logo is not None
    assert kept.current() is first
    (tmp_path / "logo.svg").unlink()
    assert kept.current().light_logo is None
