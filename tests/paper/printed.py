"""Renders a page as a printer would print it, in dots of black and white, and reads its codes back."""

import pypdfium2
import zxingcpp
from PIL import Image

_POINTS_PER_INCH = 72
_DARK = 128


def pages(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Every page in the printer's dots: black or white, no grey that would help a reader."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            page.render(scale=dpi / _POINTS_PER_INCH, no_smoothpath=True, no_smoothtext=True, grayscale=True)
            .to_pil()
            .point(lambda value: 0 if value < _DARK else 255)
            for page in document
        ]
    finally:
        document.close()


def codes(image: Image.Image, formats: zxingcpp.BarcodeFormat) -> list[str]:
    """The codes that a reader finds, from the top down and from left to right."""
    found = zxingcpp.read_barcodes(
        image, formats=zxingcpp.BarcodeFormats(formats), try_invert=False, try_downscale=False
    )
    return [
        code.text
        for code in sorted(found, key=lambda code: (code.position.top_left.y // 20, code.position.top_left.x))
    ]


def ink_outside(image: Image.Image, boxes: list[tuple[float, float, float, float]], dpi: int) -> int:
    """How many dark dots lie in none of the boxes (left, top, right, bottom in mm from the upper left)."""
    rest = image.convert("L")
    for box in boxes:
        left, top, right, bottom = (round(edge / 25.4 * dpi) for edge in box)
        rest.paste(255, (left, top, right, bottom))
    return rest.histogram()[0]
