"""The library's own cover pictures: files named by ISBN, control number or id, scaled once and kept."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_UNSAFE = re.compile(r"[^\w-]")
# As wide as the largest cover on the largest screen; a smaller and lighter picture is shown as it is.
WIDEST = 640
_HEAVIEST = 400_000
_QUALITY = 90


class OwnCovers:
    """Find pictures in one folder; asks the disk and scales, so never on the GUI thread.

    Large pictures are scaled into ``cache``, once for as long as they stay the same.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self._folder = folder
        self._cache = cache

    def url(self, names: Iterable[str]) -> str:
        """Return the file URL of the first name that has a picture, or nothing."""
        for name in names:
            # A control number may hold anything: nothing of it leads out of the folder.
            safe = _UNSAFE.sub("", name)
            for ending in _ENDINGS if safe else ():
                path = self._folder / f"{safe}{ending}"
                if _is_picture(path) and (shown := self._shown(path.resolve())) is not None:
                    return shown.as_uri()
        return ""

    def _shown(self, path: Path) -> Path | None:
        """Return the picture itself or its scaled copy; None for what turns out to be none."""
        try:
            known = path.stat()
        except OSError:
            return None
        identity = f"{path}\0{known.st_size}\0{known.st_mtime_ns}\0{WIDEST}\0{_QUALITY}"
        copy = self._cache / f"own-{blake2b(identity.encode(), digest_size=16).hexdigest()}.jpg"
        if copy.exists():
            return copy
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if not size.isValid():
            return None
        if size.width() <= WIDEST and known.st_size <= _HEAVIEST:
            return path
        scaled = _scaled(reader, size)
        if scaled is None:
            return None
        # Without room for a copy the picture itself will do.
        return copy if _kept(scaled, copy) else path


def _scaled(reader: QImageReader, size: QSize) -> bytes | None:
    """Return the picture as it is shown; None where it cannot be read to its end."""
    if size.width() > WIDEST:
        reader.setScaledSize(QSize(WIDEST, max(1, size.height() * WIDEST // size.width())))
    image = _on_white(reader.read())
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if image.isNull() or not image.save(buffer, "JPG", _QUALITY):  # type: ignore[call-overload]
        return None
    return bytes(buffer.data().data())


def _kept(picture: bytes, copy: Path) -> bool:
    beside = copy.with_name(f"{copy.stem}.{uuid4().hex}.part")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(picture)
        beside.replace(copy)
    except OSError:
        return False
    finally:
        if beside.exists():
            beside.unlink()
    return True


def _on_white(image: QImage) -> QImage:
    """Lay what is transparent on white: the copy knows no transparency and would make it black."""
    if image.isNull() or not image.hasAlphaChannel():
        return image
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(0xFFFFFFFF)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _is_picture(path: Path) -> bool:
    """Tell by its first bytes: for what is no picture after all, or cannot be read, one is painted."""
    try:
        with path.open("rb") as stream:
            head = stream.read(12)
    except OSError:
        return False
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4], head[8:]) == (
        b"RIFF",
        b"WEBP",
    )
