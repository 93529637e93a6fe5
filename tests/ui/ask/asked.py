"""What was asked here, and what lists of the pages hold."""

from datetime import timedelta
from typing import Any

from kiosk.services import Services
from kiosk.ui.shared.row_list import RowList
from tests.ui.ask.asking_library import DATA, NIGHT
from tests.ui.ask.conftest import Kiosk

FILM = "wie lange darf ich eine dvd behalten"
_KEYS = tuple(path.stem for path in sorted((DATA / "policies" / "de").glob("*.md")))
_LONG_AGO = NIGHT - timedelta(days=1)


def rows(listed: object) -> tuple[Any, ...]:
    """Return the rows of a list that QML shows."""
    assert isinstance(listed, RowList)
    return tuple(listed.rows)


def chosen(kiosk: Kiosk, key: str) -> list[str]:
    """Return the values chosen on the chips."""
    return [chip.value for chip in rows(kiosk.answer.chipsOf(key)) if chip.selected]


def articles(listed: object) -> list[str]:
    """Return the articles of listed questions."""
    return [row.article for row in rows(listed)]


def asked(services: Services) -> list[tuple[str, str, str | None, bool | None]]:
    """Return what the library knows of the questions asked: text, band, article, helped."""
    with services.database.read() as view:
        answered = {one.id: one for key in _KEYS for one in view.questions.of_article(key)}
        vain = [(one.text, "none", None, None) for one in view.questions.unanswered(_LONG_AGO)]
    kept = [(one.text, one.band, one.article_key, one.helpful) for _id, one in sorted(answered.items())]
    return [*kept, *(one for one in vain if one[0] not in {text for text, *_rest in kept})]
