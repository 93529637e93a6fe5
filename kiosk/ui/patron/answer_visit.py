"""What of a visit an answer depends on; free of Qt but for the visit it is taken from."""

from kiosk.policies.answer import ArticleAnswer
from kiosk.ui.patron.answer_reading import AnswerAsker
from kiosk.ui.patron.answer_state import Surroundings, pinned
from kiosk.ui.patron.flows.joining import joins_here
from kiosk.ui.patron.visit import Visit


def asker_of(visit: Visit) -> AnswerAsker:
    """Return in whose name and where a question is asked now."""
    return AnswerAsker(visit.language, visit.profile.branch, visit.card, visit.now())


def surroundings_of(visit: Visit) -> Surroundings:
    """Return where, when and in which words an answer is shown now."""
    joining = joins_here(visit.library, visit.profile.functions)
    return Surroundings(
        visit.library, visit.profile.branch, visit.words, visit.now(), visit.card is not None, joining
    )


def pinned_in(answer: ArticleAnswer, visit: Visit) -> dict[str, str]:
    """Return what the question itself settled: what whoever is here would not have got unasked."""
    ordinary = next((one.code for one in visit.library.patron_categories if one.configured), None)
    category = visit.signed_in.category if visit.signed_in is not None else ordinary
    return pinned(answer.refine, visit.profile.branch, category)
