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
from scripts import walks_round
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
    """Some walks through one app, and what has to be so in the library folder beforehand.

    ``pages`` are those on which screens are measured: what the walks come by has to be these and no others.
    """

    name: str
    walks: tuple[Steps, ...]
    pages: frozenset[str]
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
        pages: set[str] = set()

        def snap(name: str) -> None:
            pages.add(hands.page)
            seen(hands, name)

        try:
            for walk in self.walks:
                start_afresh(hands)
                walk(hands, snap, sample.barcodes)
        finally:
            hands.close()
            services.close()
        assert pages == self.pages, pages ^ self.pages


def _round(
    name: str, pages: str, *walks: str | Steps, prepare: Callable[[Path], None] | None = None
) -> Round:
    steps = tuple(_WALKS[walk].steps if isinstance(walk, str) else walk for walk in walks)
    return Round(name, steps, frozenset(pages.split()), prepare)


def rounds() -> Iterator[Round]:
    """Yield the rounds that are measured; walks share an app where one does not hinder another."""
    yield _round("looking", "home language find", "home", "language", "find", "results", "filters", "nothing")
    yield _round("asking", "ask answer flow", "ask", "no-answer", "day", "flow", "to-phone")
    yield _round("aloud", "answer", "aloud", prepare=_WALKS["aloud"].prepare)
    yield _round("at the account", "record account", "record-hold", "account", "account-hold")
    yield _round("post", "account account_messages", "post")


def further_rounds() -> Iterator[Round]:
    """Yield the rounds that would take too long each time: measured pairwise, as a proof."""
    more = walks_round
    yield _round("borrowing", "return borrow", "return", "parts", "borrow")
    yield _round("giving back", "borrow", "give-back", "mail", "undo", "card-typed")
    yield _round("family", "borrow", "family", "idle")
    yield _round("camera", "borrow", "camera", prepare=_WALKS["camera"].prepare)
    yield _round("lists", "browse find", more.lists)
    yield _round("aids", "access find record", more.aids, "record", more.warned)
    yield _round("pins", "account settings_pin", more.pins, prepare=more.ask_for_pins)
    yield _round("a PIN at joining", "join_pin", more.chosen, prepare=more.ask_for_pins)
    yield _round("joining", "join_name join_birth join_review join_agree join_done", "join")
    yield _round(
        "joining as a child",
        "join_name join_birth join_contact join_guardian join_language join_review join_agree join_done",
        more.joining,
    )
    yield _round("requesting", "request request_form request_done request_lookup", "request")
    yield _round("a message", "home request_form request_done", "message")
    yield _round("a card asked for", "sign_in", more.show_a_card)
    yield _round(
        "settings",
        "settings settings_pin settings_contact settings_data settings_erase card_lost",
        "settings",
    )
    yield _round("own history", "settings_history", "history")
    yield _round("refused", "home borrow account", more.refused)
    yield _round("the way out", "home", more.leave, prepare=more.set_exit_pin)
    yield _round("evening", "home", more.evening)
    yield _round("help", "find", "help")
    yield _round("channels", "home", "channels")
