"""Decodes a picture of the look within bounds: what it measures is known before a pixel of it is made."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from kiosk.look.files import Unusable, read_whole
from kiosk.model.problem import Problem

MOST_BYTES = 20_000_000
MOST_PIXELS = 25_000_000  # 100 MB while it is scaled, the largest there ever is
_SLIMMEST = 12
_FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as it is shown: rows of red, green, blue, alpha, a byte each."""

    width: int
    height: int
    rgba: bytes


def read_photograph(path: Path, width: int, height: int, *, fill: bool = False) -> Pixels:
    """Return the picture scaled to fit a box, never enlarged; to ``fill`` it, enlarged and cut at its sides.

    Raises Unusable for what is no PNG, JPEG or WebP, is broken or too large. Slow: never on the GUI thread.
    """
    from PIL import Image, ImageOps

    content = read_whole(path, MOST_BYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are looked at here
            opened = Image.open(io.BytesIO(content), formats=_FORMATS)
            _look_at(opened.width, opened.height, path.name)
            if opened.format == "JPEG":
                opened.draft("RGB", (2 * width, 2 * height))
            whole = ImageOps.exif_transpose(opened).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise _too_large(path.name) from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        # Pillow names a broken file in many ways.
        raise Unusable(Problem.of("look.no_picture", file=path.name)) from error
    if fill:
        shown = ImageOps.fit(whole, (width, height), Image.Resampling.LANCZOS)
    else:
        share = min(1.0, width / whole.width, height / whole.height)
        size = (max(1, round(whole.width * share)), max(1, round(whole.height * share)))
        shown = whole if share == 1 else whole.resize(size, Image.Resampling.LANCZOS)
    return Pixels(shown.width, shown.height, shown.tobytes())


def _look_at(width: int, height: int, name: str) -> None:
    if width * height > MOST_PIXELS:
        raise _too_large(name)
    if not 1 / _SLIMMEST <= width / height <= _SLIMMEST:
        raise Unusable(Problem.of("look.slim", file=name))


def _too_large(name: str) -> Unusable:
    return Unusable(Problem.of("look.large", file=name, megapixels=MOST_PIXELS // 1_000_000))
