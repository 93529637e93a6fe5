"""A QR code as a screen draws it."""

from kiosk.paper.squares import Modules


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
