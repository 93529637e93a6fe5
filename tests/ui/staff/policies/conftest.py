"""A desk with the pages of answers over a small library with three articles and a guide."""

from dataclasses import replace

import pytest

from kiosk.model.article import Article
from kiosk.policies.flow_text import read_flow, stored_flow
from kiosk.policies.folders import read_folder
from kiosk.services import Services
from kiosk.storage import QuestionAsked
from kiosk.ui.staff.pages import page_kinds
from scripts.desk_hands import DeskHands
from tests.policies.conftest import DATA
from tests.ui.borrow.lending_library import NOW
from tests.ui.staff.conftest import OpenDesk

KEYS = ("loan-periods", "wifi", "opening-hours")


def write_answers(services: Services) -> None:
    """Write three of the sample's articles, one of its guides, and questions."""
    articles = [one for one in read_folder(DATA / "policies") if one.key in KEYS]
    # What they lead to is not there.
    bare = [replace(one, related=()) for one in articles]
    guide = (DATA / "policies" / "flows" / "lost-something.yaml").read_text(encoding="utf-8")
    with services.database.act() as work:
        work.articles.replace(bare, by="test", at=NOW)
        work.flows.save(stored_flow(read_flow(guide, "lost", "lost")), by="test", at=NOW)
        for _ in range(3):
            work.questions.asked(QuestionAsked("May my gizmo roam the ether?", "en", "none", NOW))
        work.questions.asked(QuestionAsked("How long?", "en", "answer", NOW, "loan-periods", helpful=True))
        work.commit()


def live(services: Services, key: str, language: str = "en") -> Article | None:
    with services.database.read() as view:
        return view.articles.get(key, language)


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskHands:
    kinds = [kind for kind in page_kinds() if kind.section == "policies"]
    hands = open_desk(kinds=kinds, prepare=write_answers)
    hands.settle()
    return hands
