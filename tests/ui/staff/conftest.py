"""A librarian's desk over a small library: `open_desk("de", kinds=…)`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.services import Services
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import lending_library

OpenDesk = Callable[..., DeskHands]


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """Open the workspace over the small library, signed in; `prepare` fills the library beforehand."""
    opened: list[tuple[DeskHands, Services]] = []

    def opener(
        language: str = "en", *, prepare: Callable[[Services], None] | None = None, **options: object
    ) -> DeskHands:
        services = lending_library(tmp_path / f"library{len(opened)}")
        if prepare is not None:
            prepare(services)
        opened.append((DeskHands.over(services, language, **options), services))  # type: ignore[arg-type]
        return opened[-1][0]

    yield opener
    for hands, services in opened:
        hands.close()
        services.close()
    qtbot.wait(0)
