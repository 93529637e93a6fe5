"""How the workspace looks: its sizes, and one style sheet made of the palette."""

from importlib.resources import files
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.look.palette import LIGHT, Palette
from kiosk.ui.shared.fonts import FAMILY, MONO, load_fonts

TEXT, CAPTION, HEADING, TITLE, FIGURE = 15, 13, 17, 24, 40
ROW, HEAD, FIELD, BUTTON, RAIL = 36, 38, 34, 36, 218
GAP, INSET, MARGIN = 10, 18, 24
SECOND_SERIES = "#C98A1B"
COLOURS = LIGHT
_SHEET = "sheetOfWindows"


def dress(app: QApplication, arrow: str = "", tick: str = "") -> None:
    """Give the application its typefaces, colours and the style sheet that its windows get by `dress_window`.

    `arrow` and `tick` are pictures' paths.
    """
    load_fonts()
    app.setStyle("Fusion")
    font = QFont(FAMILY)
    font.setPixelSize(TEXT)
    app.setFont(font)
    app.setPalette(_palette(COLOURS))
    app.setProperty(_SHEET, sheet(COLOURS, arrow, tick))


def is_dressed(app: QApplication) -> bool:
    """Tell whether the application has the workspace's typefaces and colours."""
    return bool(app.property(_SHEET))


def dress_window(window: QWidget) -> None:
    """Give a window, or a list that pops up on its own, the style sheet; all that is put into it shares it.

    An application's style sheet would be worked out anew for all below with every widget that is put into
    another: pages, which are built from the inside out, would take five times as long.
    """
    window.setStyleSheet(str(QApplication.instance().property(_SHEET) or ""))  # type: ignore[union-attr]


def sheet(colours: Palette, arrow: str = "", tick: str = "") -> str:
    """Return the style sheet in those colours."""
    drawn, ticked = (f'url("{path}")' if path else "none" for path in (arrow, tick))
    named = {name: getattr(colours, name) for name in Palette.__dataclass_fields__}
    sizes = {"text": TEXT, "caption": CAPTION, "heading": HEADING, "title": TITLE, "figure": FIGURE}
    template = Template(files("kiosk.ui.staff").joinpath("staff.qss").read_text(encoding="utf-8"))
    return template.substitute(named, **sizes, head=HEAD, family=FAMILY, mono=MONO, arrow=drawn, tick=ticked)


def _palette(colours: Palette) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.paper),
        (roles.Base, colours.card),
        (roles.AlternateBase, "#FBF6EC"),
        (roles.Text, colours.ink),
        (roles.WindowText, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.Button, colours.card),
        (roles.Highlight, colours.tint),
        (roles.HighlightedText, colours.ink),
        (roles.PlaceholderText, colours.ink2),
        (roles.Link, colours.link),
        (roles.ToolTipBase, colours.ink),
        (roles.ToolTipText, colours.barInk),
    ):
        palette.setColor(role, QColor(colour))
    return palette
