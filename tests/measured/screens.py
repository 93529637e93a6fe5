"""The screens that are measured: the moments that these walks through the app come by.

Walks that leave the library as it is share one app; each that acts has an app of its own.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.settings import MailSettings
from scripts.hands import Barcodes, Hands, put_in_parts
from scripts.walks import WALKS
from tests.journeys.conftest import NOW, Sample
from tests.journeys.ways import start_afresh

Snap = Callable[[str], None]
Steps = Callable[[Hands, Snap, Barcodes], None]
_PARTS = "2 CDs, Beiheft"
# A server that does not answer: nothing leaves the machine.
_MAIL = MailSettings(host="127.0.0.1", port=9, security="none", sender="desk@library.example")
_WALKS = {walk.name: walk for walk in WALKS}


@dataclass(frozen=True, slots=True)
class Round:
    """Some walks through one app, and what has to be so in the library folder beforehand."""

    name: str
    walks: tuple[Steps, ...]
    prepare: Callable[[Path], None] | None = None

    def go(
        self, sample: Sample, folder: Path, size: tuple[int, int], seen: Callable[[Hands, str], None]
    ) -> None:
        """Open the app in German and go each way; ``seen`` is told of each screen by name."""
        shutil.copytree(sample.folder, folder)
        if self.prepare is not None:
            self.prepare(folder)
        services = Services(LibraryFolder(folder), FixedClock(NOW))
        services.settings = replace(services.settings, mail=_MAIL)
        put_in_parts(services, sample.barcodes.in_parts, _PARTS)
        hands = Hands.over(services, "de", size, still=True)
        try:
            for walk in self.walks:
                start_afresh(hands)
                walk(hands, lambda name: seen(hands, name), sample.barcodes)
        finally:
            hands.close()
            services.close()


def _round(name: str, *walks: str | Steps, prepare: Callable[[Path], None] | None = None) -> Round:
    steps = tuple(_WALKS[walk].steps if isinstance(walk, str) else walk for walk in walks)
    return Round(name, steps, prepare)


def rounds() -> Iterator[Round]:
    """Yield the rounds that are measured; walks share an app where one does not hinder another."""
    yield _round("looking", "home", "language", "find", "results", "filters", "nothing")
    yield _round("asking", "ask", "no-answer", "day", "flow", "to-phone")
    yield _round("aloud", "aloud", prepare=_WALKS["aloud"].prepare)
    yield _round("at the account", "record-hold", "account", "account-hold")
