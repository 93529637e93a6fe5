"""A card on a page: its heading, a hint beside it, what can be done with it, and what is in it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, INSET


class Panel(QFrame):
    """Show content under a heading; `act` adds a button at the right of the heading."""

    def __init__(self, heading: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._head = QHBoxLayout()
        self._head.setSpacing(GAP)
        self._heading = label(heading, "heading")
        self._hint = label(hint, "caption")
        self._head.addWidget(self._heading)
        self._head.addWidget(self._hint)
        self._head.addStretch(1)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(INSET, 12, INSET, INSET - 2)
        self.content.setSpacing(GAP)
        self.content.addLayout(self._head)
        self._heading.setVisible(bool(heading))
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(heading)

    def head(self, text: str, hint: str = "") -> None:
        """Say another heading and hint."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(text)

    def act(self, *widgets: QWidget) -> None:
        """Add buttons at the right of the heading."""
        for widget in widgets:
            self._head.addWidget(widget)

    def put(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Add widgets below one another."""
        for widget in widgets:
            self.content.addWidget(widget, stretch)


def label(text: str, role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """Return a text as one of the style's: title, heading, figure, caption, label, mono, wrong or good."""
    made = QLabel(text)
    made.setTextFormat(made.textFormat().PlainText)  # what came from outside is never markup
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setObjectName(name)
    return made


def across(*widgets: QWidget, stretch: bool = True, gap: int = GAP) -> QWidget:
    """Return widgets beside one another, at the left unless one of them stretches."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return made
