"""Which tag belongs to which field when a directory is wrong (ISO 2709, clause 4.4)."""

from itertools import accumulate

_ENTRY = 12


def tags_in_order(directory: bytes, parts: list[bytes]) -> list[str] | None:
    """Return one tag for each part if the directory agrees with the parts byte by byte, else None."""
    if len(directory) != _ENTRY * len(parts):
        return None
    lengths = [len(part) + 1 for part in parts]
    starts = accumulate(lengths, initial=0)
    expected = [b"%04d%05d" % pair for pair in zip(lengths, starts, strict=False)]
    if [directory[at + 3 : at + _ENTRY] for at in range(0, len(directory), _ENTRY)] != expected:
        return None
    text = directory.decode("latin-1")
    return [text[at : at + 3] for at in range(0, len(text), _ENTRY)]


def by_extents(directory: bytes, parts: list[bytes]) -> list[tuple[str, bytes]] | None:
    """Cut the fields out as the directory says, if its entries cover everything and end where fields end.

    Then the directory is right and a field terminator stands inside a field: it is left out there.
    """
    if len(directory) % _ENTRY or len(directory) // _ENTRY >= len(parts):
        return None
    data = b"\x1e".join(parts) + b"\x1e"
    paired = []
    covered = 0
    for position in range(0, len(directory), _ENTRY):
        digits = directory[position + 3 : position + _ENTRY]
        if not digits.isdigit():
            return None
        length, offset = int(digits[:4]), int(digits[4:])
        if length == 0 or data[offset + length - 1 : offset + length] != b"\x1e":
            return None
        tag = directory[position : position + 3].decode("latin-1")
        paired.append((tag, data[offset : offset + length - 1].replace(b"\x1e", b"")))
        covered += length
    return paired if covered == len(data) else None


def by_offsets(directory: bytes, parts: list[bytes]) -> list[tuple[str, bytes]] | None:
    """Pair tags and parts by their offsets, in the directory's order; None if any offset points nowhere.

    Lengths are not believed: a field too long for its four digits is found by its terminator.
    """
    if len(directory) % _ENTRY or len(directory) // _ENTRY != len(parts):
        return None
    starts = {}
    offset = 0
    for part in parts:
        starts[offset] = part
        offset += len(part) + 1
    paired = []
    for position in range(0, len(directory), _ENTRY):
        digits = directory[position + 7 : position + _ENTRY]
        part_found = starts.pop(int(digits), None) if digits.isdigit() else None
        if part_found is None:
            return None
        paired.append((directory[position : position + 3].decode("latin-1"), part_found))
    return paired


def by_order(directory: bytes, parts: list[bytes]) -> list[tuple[str, bytes]] | None:
    """Pair tags and parts one by one when their numbers agree; None if they do not."""
    if len(directory) % _ENTRY or len(directory) // _ENTRY != len(parts):
        return None
    tags = [directory[start : start + 3] for start in range(0, len(directory), _ENTRY)]
    if not all(tag.isalnum() and tag.isascii() for tag in tags):
        return None
    return [(tag.decode("latin-1"), part) for tag, part in zip(tags, parts, strict=True)]


def by_lengths(directory: bytes, parts: list[bytes]) -> list[tuple[str, bytes]] | None:
    """Find each part's length and offset in the directory and take what stands before as its tag.

    This mends directories that lost or gained characters; None when a part's entry is not found.
    """
    paired = []
    offset = position = 0
    for part in parts:
        key = b"%04d%05d" % (len(part) + 1, offset)
        found = directory.find(key, position, position + _ENTRY + len(key))
        tag = directory[position:found][-3:]
        if found < 0 or not tag.isalnum() or not tag.isascii():
            return None
        paired.append((tag.decode("latin-1").zfill(3), part))
        position = found + len(key)
        offset += len(part) + 1
    return paired


def paired(directory: bytes, parts: list[bytes]) -> list[tuple[str, bytes]] | None:
    """Mend a directory that disagrees with its fields, by the surest way that works; None if none does."""
    for way in (by_extents, by_offsets, by_lengths, by_order):
        found = way(directory, parts)
        if found is not None:
            return found
    return None
