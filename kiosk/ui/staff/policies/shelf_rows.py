"""What the list of articles says of each; free of windows."""

from datetime import date

from kiosk.staff.answers.pages import OpenPage
from kiosk.staff.answers.shelf import OnShelf, PageOnShelf, PageState
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.words import Wording

_TONES = {
    PageState.SHOWN: "good",
    PageState.HIDDEN: "plain",
    PageState.NOT_NOW: "plain",
    PageState.DRAFT: "wait",
    PageState.MISSING: "stop",
}


def page_chip(page: PageOnShelf, words: Wording) -> Chip:
    """Return how a page stands in one language: of several things that which wants doing first."""
    if page.state is PageState.SHOWN:
        if page.overdue:
            return Chip(words("staff.policies.state.overdue"), "warn")
        if page.stale:
            return Chip(words.count("staff.policies.state.stale", page.stale), "warn")
        if page.drafted:
            return Chip(words("staff.policies.state.drafted"), "wait")
    return Chip(words(f"staff.policies.state.{page.state}"), _TONES[page.state])


def open_chip(page: OpenPage, words: Wording) -> Chip:
    """Return how a page stands that is open to be written."""
    if page.draft is not None:
        return Chip(words(f"staff.policies.state.{'drafted' if page.live else 'draft'}"), "wait")
    if page.live is None:
        return Chip(words("staff.policies.state.missing"), "stop")
    shown = page.live.article.visible
    return Chip(words(f"staff.policies.state.{'shown' if shown else 'hidden'}"), "good" if shown else "plain")


def page_of(row: OnShelf, language: str) -> PageOnShelf:
    """Return how an article stands in a language."""
    found = (page for page in row.pages if page.language == language)
    return next(found, PageOnShelf(language, PageState.MISSING))


def wanted(row: OnShelf, topic: str, only_work: bool) -> bool:
    """Tell whether a row is of the topic, empty for any, and wants work where only that is asked for."""
    return (not topic or row.topic == topic) and (not only_work or row.asks_for_work)


def day_told(day: date | None, words: Wording) -> str:
    """Return a day as lists show it."""
    return words.dated(day, "numeric") if day is not None else ""
