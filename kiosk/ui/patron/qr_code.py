"""A text as a QR code: its modules, and the path that draws them."""

import segno

Modules = tuple[tuple[bool, ...], ...]


def qr_modules(text: str) -> Modules:
    """Return the code's rows of modules, dark ones true, without the quiet zone around."""
    code = segno.make_qr(text, error="m")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def qr_path(modules: Modules) -> str:
    """Return path data in which each module is one unit wide; dark ones in a row are one rectangle."""
    parts: list[str] = []
    for y, row in enumerate(modules):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                parts.append(f"M{x},{y} h{end - x} v1 h{x - end} Z")
            x = end + 1
    return " ".join(parts)
