"""A card on a phone's screen is read from what a camera sees, and nothing else is."""

import sys
from pathlib import Path

import pytest
import segno
from PIL import Image, ImageDraw, ImageFilter

from kiosk.devices.camera import FORMATS, Picture, Seen, Sight, read_picture
from kiosk.devices.camera_sources import FolderCamera, OpenCvCamera, camera_of, missing_packages
from kiosk.model.errors import CameraUnavailable
from kiosk.paper.barcodes import Symbology, bars_of
from kiosk.settings import CameraSettings
from kiosk.words import wording
from kiosk.words.reasons import error_sentence

CARD, OTHER = "2900000012", "2900000020"
ROOM = (1280, 720)


def qr(text: str, scale: int = 8) -> Image.Image:
    code = segno.make_qr(text, error="m")
    side = int(code.symbol_size(scale=1, border=4)[0])
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(code.matrix_iter(border=4)):
        for x, dark in enumerate(row):
            image.putpixel((x, y), 0 if dark else 255)
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def bars(text: str, scale: int = 4, symbology: Symbology = Symbology.CODE128) -> Image.Image:
    drawn = bars_of(text, symbology)
    image = Image.new("L", (drawn.room * scale, 160), 255)
    pen = ImageDraw.Draw(image)
    for place, width in drawn.bars:
        left = (place + drawn.quiet[0]) * scale
        pen.rectangle((left, 10, left + width * scale - 1, 149), fill=0)
    return image


def room(*codes: Image.Image, light: int = 150) -> Image.Image:
    """Hold codes before a grey wall, one below the other."""
    wall = Image.new("L", ROOM, light)
    for number, code in enumerate(codes):
        wall.paste(code, ((ROOM[0] - code.width) // 2, 40 + number * (ROOM[1] - 40) // max(1, len(codes))))
    return wall


def seen(image: Image.Image) -> Seen:
    return read_picture(Picture(image.width, image.height, image.tobytes()))


@pytest.mark.parametrize("turned", [0, 8, 45, 90, 180, 270])
def test_a_card_is_read_whichever_way_the_phone_is_held(turned: int) -> None:
    def held(code: Image.Image) -> Image.Image:
        return room(code.rotate(turned, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC))

    assert seen(held(qr(CARD))) == Seen(Sight.CODE, CARD)
    if turned != 45:  # bars are read in rows and columns; a QR code has corners to find it by
        assert seen(held(bars(CARD, 3))) == Seen(Sight.CODE, CARD)


@pytest.mark.parametrize("symbology", [Symbology.CODE128, Symbology.CODE39, Symbology.EAN13])
def test_every_kind_of_card_that_the_library_prints_is_read(symbology: Symbology) -> None:
    text = "4006381333931" if symbology is Symbology.EAN13 else CARD
    assert seen(room(bars(text, 3, symbology))) == Seen(Sight.CODE, text)


def test_small_blurred_mirrored_inverted_and_dim_codes_are_read() -> None:
    assert seen(room(qr(CARD, 3))) == Seen(Sight.CODE, CARD)
    assert seen(room(qr(CARD)).filter(ImageFilter.GaussianBlur(2))) == Seen(Sight.CODE, CARD)
    assert seen(room(bars(CARD)).filter(ImageFilter.GaussianBlur(1.5))) == Seen(Sight.CODE, CARD)
    assert seen(room(qr(CARD)).point(lambda point: point // 8)) == Seen(Sight.CODE, CARD)
    assert seen(room(qr(CARD).point(lambda point: 255 - point))) == Seen(Sight.CODE, CARD)


def test_no_code_and_one_blurred_beyond_reading_are_nothing() -> None:
    assert seen(room()).sight is Sight.NOTHING
    assert seen(room(qr(CARD, 4)).filter(ImageFilter.GaussianBlur(12))).sight is not Sight.CODE


def test_a_covered_lens_is_told_from_an_empty_room() -> None:
    assert seen(room(light=3)) == Seen(Sight.DARK)
    assert seen(Image.new("L", (1, 1), 0)) == Seen(Sight.DARK)


def test_a_damaged_code_is_said_to_be_unreadable() -> None:
    code = qr(CARD)
    ImageDraw.Draw(code).rectangle((100, 100, 200, 190), fill=255)
    assert seen(room(code)) == Seen(Sight.UNREADABLE)


def test_two_cards_are_not_guessed_between_but_one_shown_twice_is_one() -> None:
    assert seen(room(qr(CARD, 5), qr(OTHER, 5))) == Seen(Sight.SEVERAL)
    assert seen(room(qr(CARD, 5), bars(CARD, 3))) == Seen(Sight.CODE, CARD)


def test_all_formats_named_are_known_to_the_reader() -> None:
    import zxingcpp

    assert [name for name in FORMATS if zxingcpp.barcode_format_from_str(name) is None] == []


def test_the_simulated_camera_shows_its_pictures_in_order_and_the_last_for_ever(tmp_path: Path) -> None:
    room().save(tmp_path / "1.png")
    room(qr(CARD)).save(tmp_path / "2.png")
    (tmp_path / "notes.txt").write_text("no picture")
    camera = camera_of(CameraSettings(kind="simulated"), tmp_path)
    assert isinstance(camera, FolderCamera)
    assert [read_picture(camera.look()).sight for _ in range(3)] == [Sight.NOTHING, Sight.CODE, Sight.CODE]
    camera.close()
    assert read_picture(camera.look()).sight is Sight.NOTHING
    assert sorted(one.name for one in tmp_path.iterdir()) == ["1.png", "2.png", "notes.txt"]


def test_a_camera_that_is_gone_says_so(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"no picture")
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(CameraUnavailable) as gone:
            FolderCamera(folder).look()
        assert str(folder) in error_sentence(gone.value, wording("en"))


def test_without_its_packages_a_camera_says_what_is_to_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    assert missing_packages() == ("zxing-cpp", "opencv-python-headless")
    camera = camera_of(CameraSettings(kind="opencv"), Path())
    assert camera is not None
    with pytest.raises(CameraUnavailable) as missing:
        camera.look()
    assert "opencv-python-headless is not installed" in error_sentence(missing.value, wording("en"))
    with pytest.raises(CameraUnavailable):
        seen(room())


class Device:
    """A camera as OpenCV hands it over: it sees so many pictures, then it is pulled out."""

    CAP_PROP_FRAME_WIDTH = CAP_PROP_FRAME_HEIGHT = CAP_PROP_BUFFERSIZE = COLOR_BGR2GRAY = 0

    def __init__(self, pictures: int) -> None:
        self.left = pictures
        self.opened: list[object] = []
        self.released = 0

    def VideoCapture(self, where: object) -> "Device":
        self.opened.append(where)
        return self

    def isOpened(self) -> bool:
        return self.left > 0

    def set(self, _name: int, _value: int) -> None: ...

    def read(self) -> tuple[bool, object]:
        self.left -= 1
        return self.left >= 0, Grey() if self.left >= 0 else None

    def release(self) -> None:
        self.released += 1


class Grey:
    """An array as OpenCV has it."""

    ndim, shape = 2, (2, 3)

    def tobytes(self) -> bytes:
        return bytes(6)


def test_a_camera_pulled_out_is_let_go_and_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    device = Device(1)
    monkeypatch.setitem(sys.modules, "cv2", device)
    camera = OpenCvCamera("2")
    assert camera.look() == Picture(3, 2, bytes(6))
    for _ in range(2):
        with pytest.raises(CameraUnavailable):
            camera.look()
    device.left = 1
    camera.look()
    camera.close()
    camera.close()
    assert (device.opened, device.released) == ([2, 2, 2], 3)


def test_without_a_setting_there_is_no_camera() -> None:
    assert camera_of(CameraSettings(), Path()) is None
