"""Asks since when returns count: what lay in the book drop was brought before it is scanned."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QVBoxLayout, QWidget

from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.words import Wording


class DropDialog(QDialog):
    """Offer the evening before; `moment` is what was chosen, not before `earliest`, in the branch's zone."""

    def __init__(
        self,
        words: Wording,
        zone: ZoneInfo,
        offered: datetime,
        now: datetime,
        earliest: datetime | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self.setWindowTitle(words("staff.desk.drop"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.desk.drop"), "heading"))
        column.addWidget(label(words("staff.desk.drop.told"), wrap=True))
        self.field = QDateTimeEdit(_shown(offered, zone))
        self.field.setMaximumDateTime(_shown(now, zone))
        self.field.setDisplayFormat(words.catalogue.text("staff.desk.drop.format"))
        self.field.setCalendarPopup(True)
        form = Form()
        bound = ""
        if earliest is not None:
            self.field.setMinimumDateTime(_shown(earliest, zone))
            bound = words("staff.desk.drop.bound", since=earliest)
        form.add(words("staff.desk.drop.since"), self.field, "dropMoment", bound)
        column.addWidget(form)
        begin = button(words("staff.desk.drop.begin"), self.accept, kind="primary", name="do")
        begin.setDefault(True)
        column.addWidget(across(begin, button(words("staff.cancel"), self.reject, name="leave")))
        self.setMinimumWidth(440)

    @property
    def moment(self) -> datetime:
        """Give the moment that was chosen."""
        day, time = self.field.date(), self.field.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)


def _shown(moment: datetime, zone: ZoneInfo) -> QDateTime:
    local = moment.astimezone(zone)
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
