"""Nothing on the patron side can open a dialog of the system, a menu, or another program's window."""

import re
from pathlib import Path

import pytest

PATRON = Path(__file__).parents[2] / "kiosk/ui/patron"
SOURCES = sorted([*PATRON.rglob("*.py"), *PATRON.rglob("*.qml")])
_WAYS_OUT = re.compile(
    r"QFileDialog|QPrintDialog|QMessageBox|QColorDialog|QFontDialog|QMenu\b|QSystemTrayIcon|QDesktopServices"
    r"|openUrlExternally|openUrl\(|import QtQuick\.Dialogs|import Qt\.labs|\bMenuBar\b"
    r"|\bContextMenu \{|ContextMenu\.menu"
    r"|\bDropArea\b|\bDragHandler\b|Drag\.active|\bTextArea\b|\bTextField\b|\bPopup\b|QtWebEngine"
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PATRON)))
def test_no_file_of_the_patron_side_opens_a_way_out(path: Path) -> None:
    # Qt's own fields bring a menu for cutting and pasting; ours are made of its bare line of text.
    assert not _WAYS_OUT.search(path.read_text(encoding="utf-8"))


def test_this_test_sees_ways_out() -> None:
    assert _WAYS_OUT.search("import QtQuick.Dialogs")
    assert _WAYS_OUT.search("Qt.openUrlExternally(link)")
    assert len(SOURCES) > 300
