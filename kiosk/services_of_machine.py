"""What one machine has of its own: settings, devices, and how its library wants it to look."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.library_folder import LibraryFolder
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.devices import Printer
    from kiosk.devices.camera import CameraSource
    from kiosk.devices.serial_scanner import SerialScanner
    from kiosk.devices.speech import Speech
    from kiosk.look.keeping import KeptLook


class ServicesOfMachine:
    """Everything that needs no database, each made when it is first asked for."""

    def __init__(self, folder: LibraryFolder) -> None:
        self.folder = folder

    @cached_property
    def settings(self) -> Settings:
        """This machine's settings; raises InvalidSetting."""
        return self.folder.settings()

    @cached_property
    def printer(self) -> Printer:
        """This machine's receipt printer; raises InvalidSetting."""
        from kiosk.devices.choosing import printer_of

        folder = self.folder.within(self.settings.receipt.folder)
        return printer_of(self.settings.printer, self.settings.receipt, folder)

    @cached_property
    def scanner(self) -> SerialScanner | None:
        """This machine's scanner at a serial line, None for one that types; not opened yet."""
        from kiosk.devices.serial_scanner import scanner_of

        return scanner_of(self.settings.scanner)

    @cached_property
    def camera(self) -> CameraSource | None:
        """This machine's camera, None where it has none; not opened yet."""
        from kiosk.devices.camera_sources import camera_of

        return camera_of(self.settings.camera, self.folder.within(self.settings.camera.folder))

    @cached_property
    def speech(self) -> Speech | None:
        """This machine's voice, None where it shall have none; whether it speaks is not asked yet."""
        from kiosk.devices.voices import speech_of

        return speech_of(self.settings.speech)

    @cached_property
    def look(self) -> KeptLook:
        """The library's own logo, colours, welcome and pictures; nothing is read yet."""
        from kiosk.look.keeping import KeptLook

        return KeptLook(self.folder.within(self.settings.look))
