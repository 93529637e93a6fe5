"""Write what the QML side has from Python's tables, and its list of types: `python -m scripts.qml_tables`."""

from pathlib import Path

from kiosk.look.own_colours import TOKENS
from kiosk.look.palette import DARK, HIGH_CONTRAST, LIGHT, tokens
from kiosk.ui.shared.icons import ICONS

MODULE = Path(__file__).parents[1] / "kiosk/ui/patron/qml/Kiosk"

_PALETTE = """// Written by scripts/qml_tables.py from kiosk/look/palette.py: change the colours there.
import QtQuick

QtObject {
    id: palette

    enum Scheme {
        Light,
        Dark,
        HighContrast
    }

    property int scheme: KioskPalette.Light
    property var own: ({}) // what the library has chosen for this scheme, by token
%s
    function pick(light: color, dark: color, high: color): color {
        return scheme === KioskPalette.Light ? light : scheme === KioskPalette.Dark ? dark : high;
    }
}
"""

_ICONS = """pragma Singleton

// Written by scripts/qml_tables.py from kiosk/ui/shared/icons.py: change the drawings there.
import QtQuick

QtObject {
    readonly property var paths: ({
%s
        })

    function of(name: string): string {
        return paths[name] ?? "";
    }
}
"""


def tables() -> dict[Path, str]:
    """Render every written file by its path."""
    return {
        MODULE / "base/KioskPalette.qml": _PALETTE % "\n".join(_colour(token) for token in tokens()),
        MODULE / "base/KioskIconPaths.qml": _ICONS % ",\n".join(_icon(name) for name in ICONS),
        MODULE / "qmldir": _qmldir(),
    }


def _colour(token: str) -> str:
    colours = ", ".join(f'"{getattr(scheme, token)}"' for scheme in (LIGHT, DARK, HIGH_CONTRAST))
    own = f"own.{token} ?? " if any(token in tokens_of for tokens_of in TOKENS.values()) else ""
    return f"    readonly property color {token}: {own}pick({colours})"


def _icon(name: str) -> str:
    return f'            "{name}": "{ICONS[name]}"'


def _qmldir() -> str:
    files = sorted(MODULE.rglob("*.qml"), key=lambda path: path.stem)
    return "module Kiosk\n" + "".join(map(_entry, files))


def _entry(path: Path) -> str:
    singleton = (
        "singleton " if path.read_text(encoding="utf-8").lstrip().startswith("pragma Singleton") else ""
    )
    return f"{singleton}{path.stem} 1.0 {path.relative_to(MODULE).as_posix()}\n"


if __name__ == "__main__":
    for target, text in tables().items():
        target.write_text(text, encoding="utf-8")
