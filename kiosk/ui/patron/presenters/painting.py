"""Covers of items for a presenter: the library's own picture, else a painted one as soon as it is there."""

from collections.abc import Iterable

from kiosk.ui.patron.flows.codes import Thing
from kiosk.ui.shared.cover_design import CoverOrder
from kiosk.ui.shared.covers import Covers

COVER_WIDTH = 184


def cover_urls(covers: Covers, things: Iterable[Thing | None]) -> dict[Thing, str]:
    """Return the file URL of each item's cover; those still missing are ordered."""
    return {
        thing: thing.picture or covers.url(CoverOrder(thing.title, thing.author, thing.form, COVER_WIDTH))
        for thing in things
        if thing is not None and thing.title
    }
