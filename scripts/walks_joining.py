"""The walks of whoever has no card at hand: joining, asking for something to be got, a card on a phone."""

from collections.abc import Callable
from pathlib import Path

import segno
from PIL import Image, ImageDraw

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]


def join(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Join as a child, so that every step is come by."""
    hands.touch("home.join")
    hands.enter()
    hands.enter()
    snap("join-name-missing")
    hands.type("Ola")
    hands.enter()
    hands.type("Kowalska")
    hands.enter()
    for part in ("24", "11", "2012"):
        hands.type(part)
    snap("join-birth")
    hands.enter()
    hands.type("03415550177")
    hands.enter()
    hands.enter()
    hands.type("Ewa Kowalska")
    hands.enter()
    hands.type("03415550188")
    hands.enter()
    hands.enter()
    hands.touch("join.next")
    snap("join-review")
    hands.touch("join.next")
    snap("join-agree")
    hands.touch("join.agree")
    snap("join-done")


def ask_to_get(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Look for something in vain, have it be got, and ask how far that is."""
    hands.touch("home.find")
    hands.type("Xanthippe Ypsilon")
    hands.enter()
    hands.touch("find.nothing.get")
    snap("request-form")
    for _ in range(6):
        hands.enter()
    snap("request-done")
    number = str(hands.find("request.number").property("text"))
    hands.touch("request.leave")
    hands.touch("home.request")
    snap("request")
    hands.touch("request.lookup")
    hands.type(number.lower())
    hands.enter()
    snap("request-lookup")


def show_a_phone(library: Path) -> None:
    """Let a simulated camera see a phone with two codes, too many to choose between."""
    settings = library / "settings.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('kind = "none"', 'kind = "simulated"'), "utf-8")
    folder = library / "camera"
    folder.mkdir()
    room = Image.new("L", (1280, 720), 120)
    pen = ImageDraw.Draw(room)
    pen.rounded_rectangle((430, 60, 850, 720), 40, fill=30)
    pen.rectangle((450, 110, 830, 720), fill=250)
    for number, card in enumerate(("2900000012", "2900000020")):
        code = segno.make_qr(card, error="m")
        for y, row in enumerate(code.matrix_iter(border=4)):
            for x, dark in enumerate(row):
                left, top = 540 + x * 7, 130 + number * 270 + y * 7
                pen.rectangle((left, top, left + 6, top + 6), fill=0 if dark else 250)
    room.save(folder / "phone.png")


def hold_a_phone_low(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Ask for a card in low reach and in large text, with a phone before the camera."""
    hands.touch("dock.access")
    hands.touch("access.lowReach")
    hands.touch("dock.home")
    hands.touch("homeCard.borrow")
    hands.turn(1.5)
    snap("camera-low-reach")
    hands.touch("dock.access")
    hands.touch("access.largeText")
    hands.touch("dock.back")
    hands.turn(1.5)
    snap("camera-large-text")


def hold_a_phone(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Ask for a card, with a phone before the camera."""
    hands.touch("homeCard.borrow")
    hands.turn(1.5)
    snap("camera")
