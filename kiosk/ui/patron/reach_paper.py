"""What of how the library is reached goes on slips; free of Qt but for the visit that they are made of."""

from kiosk.paper.reach import NOT_TOLD, Reach, Way
from kiosk.ui.patron.visit import Visit
from kiosk.words.contact_card import contact_card
from kiosk.words.opening import week_sentence
from kiosk.words.reaching import way_name, ways_of


def reach_on_paper(visit: Visit) -> Reach:
    """Return the ways of the kiosk's branch with their hours through the week, and one card of them all."""
    words, library, code = visit.words, visit.library, visit.profile.branch
    ways = tuple(
        Way(way_name(way, words), way.value, week_sentence(way.calendar, words))
        for way in ways_of(library, code)
    )
    return Reach(words("help.reach.title"), ways, contact_card(library, code, words)) if ways else NOT_TOLD
