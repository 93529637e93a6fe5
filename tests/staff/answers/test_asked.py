"""Questions: those that led to an article, and those in vain that become an answer in one step."""

from datetime import timedelta

import pytest

from kiosk.decisions import Decider
from kiosk.model.clock import FixedClock
from kiosk.model.errors import ArticleInvalid, ArticleUnknown, QuestionUnknown
from kiosk.policies.answer import Band
from kiosk.policies.asking import Asking
from kiosk.staff.answers.asked import Asked
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.storage import Database, QuestionAsked
from tests.policies.conftest import NOW
from tests.staff.answers.writing import ANNA, WIFI, write

SINCE = NOW - timedelta(days=90)


def ask(database: Database, text: str, band: str = "none", **more: object) -> None:
    with database.act() as work:
        work.questions.asked(QuestionAsked(text, "en", band, NOW, **more))  # type: ignore[arg-type]
        work.commit()


def test_what_led_to_an_article_is_counted_wording_by_wording(database: Database, asked: Asked) -> None:
    for helpful in (True, False, None):
        ask(database, "Wlan here?", "answer", article_key="wifi", helpful=helpful)
    ask(database, "internet", "choose", led_to="wifi")
    ask(database, "something else", "answer", article_key="other")
    led = asked.led_to(ANNA, "wifi")
    assert [(one.text, one.times, one.helped, one.failed) for one in led] == [
        ("Wlan here?", 3, 1, 1),
        ("internet", 1, 0, 0),
    ]


def test_a_question_in_vain_becomes_a_wording_and_is_answered_at_once(
    database: Database, decider: Decider, editing: ArticleEditing, asked: Asked
) -> None:
    write(editing, WIFI)
    asking = Asking(database, decider, FixedClock(NOW))
    question = "How does my gizmo get into the ether?"
    assert asking.ask(question, "en", branch="MAIN").band is not Band.ANSWER
    for _ in range(3):
        ask(database, question)
    (group,) = asked.in_vain(ANNA, since=SINCE)
    assert group.times == 3
    asked.add_wording(ANNA, group, "wifi", since=SINCE, at=NOW)
    answered = asking.ask(question, "en", branch="MAIN")
    assert [one.key for one in answered.answers] == ["wifi"]
    assert asked.in_vain(ANNA, since=SINCE) == ()


def test_a_question_in_vain_becomes_a_draft_or_is_dismissed(
    database: Database, editing: ArticleEditing, asked: Asked
) -> None:
    ask(database, "May parrots come in?")
    ask(database, "Where is the piano?")
    parrots, piano = sorted(asked.in_vain(ANNA, since=SINCE), key=lambda one: one.text)
    with pytest.raises(ArticleUnknown):
        asked.add_wording(ANNA, parrots, "birds", since=SINCE, at=NOW)
    with pytest.raises(ArticleInvalid):
        asked.new_article(ANNA, parrots, "No key", "visiting", since=SINCE, at=NOW)
    asked.new_article(ANNA, parrots, "parrots", "visiting", since=SINCE, at=NOW)
    begun = editing.open(ANNA, "parrots").page("en").draft
    assert begun is not None
    assert begun.article.title == "May parrots come in?"
    assert asked.dismiss(ANNA, piano, since=SINCE, at=NOW) == 1
    assert asked.in_vain(ANNA, since=SINCE) == ()
    with pytest.raises(QuestionUnknown):
        asked.dismiss(ANNA, piano, since=SINCE, at=NOW)
