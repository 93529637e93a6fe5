"""The colours of every screen as plain data: the one source of the QML theme and the staff style."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`, or `#aarrggbb` where they are translucent."""

    paper: str
    card: str
    sunk: str
    line: str
    edge: str
    ink: str
    ink2: str
    action: str
    actInk: str
    actionDown: str
    tint: str
    tintAsk: str
    good: str
    wait: str
    waitTint: str
    stop: str
    stopTint: str
    rule: str
    focus: str
    bar: str
    barInk: str
    barInk2: str
    find: str
    ask: str
    borrow: str
    giveBack: str
    findText: str
    askText: str
    borrowText: str
    giveBackText: str
    secInk: str
    link: str
    scrim: str
    field: str
    stamp: str
    label: str
    labelInk: str
    labelFrame: str
    lift: str
    beam: str
    glow: str
    device: str
    patronCard: str
    scanLine: str
    shade: str


def mixed(over: str, under: str, share: float) -> str:
    """Lay `share` (0–1) of one opaque colour over another."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Compute the WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens() -> tuple[str, ...]:
    """Name every colour of a palette, in order."""
    return tuple(field.name for field in fields(Palette))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[-6:-4], 16), int(colour[-4:-2], 16), int(colour[-2:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


LIGHT = Palette(
    paper="#F3EEE3",
    card="#FFFDF8",
    sunk="#E7DFD0",
    line="#D8CFBE",
    edge="#857A67",
    ink="#18233A",
    ink2="#4B5468",
    action="#0B5D4B",
    actInk="#FFFFFF",
    actionDown="#073F33",
    tint="#DCEAE2",
    tintAsk="#E1E8F6",
    good="#0B5D4B",
    wait="#764A00",
    waitTint="#FAEAC8",
    stop="#9A2A1B",
    stopTint="#FAE4DC",
    rule="#C9573F",
    focus="#1D4ED8",
    bar="#18233A",
    barInk="#FFFDF8",
    barInk2="#C5CCDA",
    find="#0B5D4B",
    ask="#2A4B8D",
    borrow="#8A2F2A",
    giveBack="#7A5200",
    findText="#0B5D4B",
    askText="#2A4B8D",
    borrowText="#8A2F2A",
    giveBackText="#7A5200",
    secInk="#FFFFFF",
    link="#0B5D4B",
    scrim="#D60B1120",
    field="#FFFFFF",
    stamp="#FFFFFF",
    label="#FFFFFF",
    labelInk="#18233A",
    labelFrame="#18233A",
    lift="#08000000",
    beam="#3BC9573F",
    glow="#E98B6D",
    device="#18233A",
    patronCard="#8A2F2A",
    scanLine="#E0553A",
    shade="#22000000",
)

DARK = Palette(
    paper="#12161D",
    card="#1C222C",
    sunk="#0B0E13",
    line="#343D4B",
    edge="#7E899A",
    ink="#F4EFE4",
    ink2="#B7BECA",
    action="#7FD8B8",
    actInk="#06241B",
    actionDown="#5DBB9B",
    tint="#1B3A32",
    tintAsk="#22304E",
    good="#7FD8B8",
    wait="#F2C97A",
    waitTint="#3A2E15",
    stop="#FFA491",
    stopTint="#45231C",
    rule="#C9573F",
    focus="#9DB8FF",
    bar="#0B0E13",
    barInk="#F4EFE4",
    barInk2="#B7BECA",
    find="#1F7A64",
    ask="#3D63B0",
    borrow="#A8443C",
    giveBack="#8F6514",
    findText="#7FD8B8",
    askText="#A9C1F5",
    borrowText="#F2A79D",
    giveBackText="#E5BE73",
    secInk="#FFFFFF",
    link="#7FD8B8",
    scrim="#D6000000",
    field="#0B0E13",
    stamp="#06241B",
    label="#FFFFFF",
    labelInk="#18233A",
    labelFrame="#FFFFFF",
    lift="#28000000",
    beam="#3BC9573F",
    glow="#E98B6D",
    device="#0B0E13",
    patronCard="#A8443C",
    scanLine="#E0553A",
    shade="#44000000",
)

HIGH_CONTRAST = Palette(
    paper="#000000",
    card="#000000",
    sunk="#1A1A1A",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    action="#FFE14D",
    actInk="#000000",
    actionDown="#FFFFFF",
    tint="#000000",
    tintAsk="#000000",
    good="#8CFFC1",
    wait="#FFD75E",
    waitTint="#000000",
    stop="#FFB8AB",
    stopTint="#000000",
    rule="#FFFFFF",
    focus="#FFE14D",
    bar="#000000",
    barInk="#FFFFFF",
    barInk2="#FFFFFF",
    find="#FFFFFF",
    ask="#FFFFFF",
    borrow="#FFFFFF",
    giveBack="#FFFFFF",
    findText="#FFFFFF",
    askText="#FFFFFF",
    borrowText="#FFFFFF",
    giveBackText="#FFFFFF",
    secInk="#000000",
    link="#FFE14D",
    scrim="#EB000000",
    field="#1A1A1A",
    stamp="#000000",
    label="#000000",
    labelInk="#FFFFFF",
    labelFrame="#FFFFFF",
    lift="#00000000",
    beam="#00000000",
    glow="#FFE14D",
    device="#000000",
    patronCard="#000000",
    scanLine="#00000000",
    shade="#00000000",
)
