"""A text as a QR code: its modules, for paper and for screens."""

import segno

Modules = tuple[tuple[bool, ...], ...]


def qr_modules(text: str, level: str = "m") -> Modules:
    """Return the code's rows of modules, dark ones true, without the quiet zone around.

    ``level`` is the least correction of errors: l, m, q or h; it is raised where that costs no room.
    The letters are UTF-8, which every phone takes for granted.
    """
    code = segno.make_qr(text, error=level, encoding="utf-8")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
