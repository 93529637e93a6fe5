"""The view model of the floor map on the Record page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.record_map import MapLabel, MapState
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1

_LINES = ("outline", "stairs", "tread", "shelf", "furniture", "carpet", "target", "way")


@QmlElement
@QmlUncreatable("made by the record's view model")
class RecordMapViewModel(QObject):  # type: ignore[operator]
    """Show a MapState and its labels."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = MapState()
        self._labels = RowList(MapLabel, "label", lambda row: (row.text, row.x, row.y), self)

    def show(self, state: MapState, labels: Sequence[MapLabel]) -> None:
        """Show another map."""
        self._labels.show(labels)
        if state != self._state:
            self._state = state
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """Which shelf the map shows; empty: there is no map."""
        return self._state.title

    @Property(str, notify=changed)
    def remark(self) -> str:
        """How far it is."""
        return self._state.remark

    @Property(str, notify=changed)
    def spoken(self) -> str:
        """The map in words."""
        return self._state.spoken

    @Property(float, notify=changed)
    def x(self) -> float:
        """Where the drawing begins in its own coordinates."""
        return self._state.x

    @Property(float, notify=changed)
    def y(self) -> float:
        """And downwards."""
        return self._state.y

    @Property(float, notify=changed)
    def width(self) -> float:
        """How wide the drawing is."""
        return self._state.width

    @Property(float, notify=changed)
    def height(self) -> float:
        """How high it is."""
        return self._state.height

    @Property("QStringList", notify=changed)
    def lines(self) -> list[str]:
        """Path data of outline, stairs, tread, shelf, furniture, carpet, target and way."""
        return [getattr(self._state, kind) for kind in _LINES]

    @Property(float, notify=changed)
    def hereX(self) -> float:
        """Where the kiosk stands; below zero on another floor."""
        return self._state.here_x

    @Property(float, notify=changed)
    def hereY(self) -> float:
        """And downwards."""
        return self._state.here_y

    @Property(float, notify=changed)
    def room(self) -> float:
        """How wide the narrowest shelf with a number in it is; 0 where it is not known."""
        return self._state.room

    @Property(QObject, constant=True)
    def labels(self) -> QObject:
        """Rows of labelText, labelX, labelY, labelAnchor, labelNumber, labelTarget, labelBold."""
        return self._labels
