"""The ways through intake on which its pictures are taken."""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from kiosk.catalog.search import SearchRequest
from kiosk.catalog.sru import SruTarget
from kiosk.ui.staff.intake.export_dialog import ExportDialog
from kiosk.ui.staff.intake.export_state import ExportOffer
from kiosk.ui.staff.intake.import_page import ImportPage
from kiosk.ui.staff.intake.new_page import NewPage
from scripts.desk_hands import DeskHands
from tests.catalog import sru_server

Snap = Callable[[str], None]
_REAL = Path(os.environ.get("KIOSK_TEST_DATA", "../shared/data")) / "marc" / "evergreen-concerto-852.xml"
_STRANGE = (
    "Werk;Wer;Nr;Preis;Regal\nTyll;Kehlmann, Daniel;NEU-1;12,50;A3\nRuhm;Kehlmann, Daniel;NEU-2;9,90;A3\n"
)


def import_files(hands: DeskHands, snap: Snap) -> None:
    """Import the real records where they are, and look at a table with headings of its own."""
    hands.go("catalogue/import")
    page = hands.page
    assert isinstance(page, ImportPage)
    table = hands.services.folder.path / "bestand.csv"
    table.write_text(_STRANGE, encoding="utf-8")
    page.add_files([table])
    hands.settle()
    snap("import-files")
    hands.press("Ctrl+Return")
    hands.settle()
    snap("import-columns")
    if not _REAL.is_file():
        return
    hands.click("importBack")
    page.add_files([_REAL])
    page._files.removed.emit(0)
    for name in ("import-preview", "import-check", "import-report"):
        hands.press("Ctrl+Return")
        hands.settle()
        snap(name)


def begin_records(hands: DeskHands, snap: Snap) -> None:
    """Copy a record from a catalogue on this machine, where there is one, and begin one from a template."""
    hands.go("catalogue/add")
    page = hands.page
    assert isinstance(page, NewPage)
    snap("new-empty")
    if shutil.which("yaz-ztest") is not None:
        with ExitStack() as kept:
            folder = kept.enter_context(tempfile.TemporaryDirectory())
            address = kept.enter_context(sru_server.running(Path(folder)))
            _ask_here(hands, page, address)
            snap("new-found")
    hands.go("catalogue/add/template")
    for name, text in (
        ("new_title", "Vaters Land"),
        ("new_author", "Moor, Anna"),
        ("new_isbn", "9783498035670"),
    ):
        hands.focus(name)
        hands.write(text)
    snap("new-template")
    page.template.show_typed(replace(page.template.typed, title="", author="", isbn=""))
    hands.settle()


def _ask_here(hands: DeskHands, page: NewPage, address: str) -> None:
    """Have the first of the program's catalogues answered by the one on this machine."""
    services, by, at = hands.place.services.intake, hands.place.by, hands.place.now()

    def point(_services: object) -> None:
        first = services.sources.all(by)[0]
        target = SruTarget(first.target.name, address, page=10)
        services.sources.save(by, replace(first, target=target), first, at=at)

    hands.aside(point)
    page.refresh()
    hands.settle()
    hands.focus("copy_title")
    hands.scan("computer")
    hands.settle()
    hands.press("Down", "Down", "Down")
    hands.press("Ctrl+Return")
    hands.settle()
    hands.go("catalogue/add")
    hands.focus("copy_title")
    hands.press("Return")
    hands.settle()
    hands.press("Down", "Down", "Down")


def sources_and_export(hands: DeskHands, snap: Snap) -> None:
    """Look at the catalogues that are asked, and at what an export offers."""
    hands.go("catalogue/sources")
    snap("sources")
    dialog = ExportDialog(hands.place, ExportOffer((1, 2, 3), SearchRequest("kafka")), hands.window)
    dialog.open()
    hands.settle()
    snap("export")
    dialog.close()
