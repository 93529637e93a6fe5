"""Reply templates as several write them: filled in, changed, removed, never overwritten unseen."""

import pytest

from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import ReplyTemplateInvalid, ReplyTemplateUnknown
from kiosk.model.request import RequestKind
from kiosk.model.staff_errors import TemplateChangedMeanwhile
from kiosk.staff.inbox.replies import Replies
from kiosk.storage import Template
from tests.circulation.desk import NOON, Desk
from tests.staff.copies.test_at_once import at_once
from tests.staff.people import signed

ANNA, BERT = signed(), signed(account="bert")


@pytest.fixture
def replies(desk: Desk) -> Replies:
    return Replies(desk.database, desk.decider)


def keep(replies: Replies, text: str, seen: Template | None = None) -> Template:
    return replies.save(ANNA, "Thanks", "en", text, seen=seen, at=NOON)


def test_a_template_is_kept_filled_in_changed_and_removed(
    desk: Desk, replies: Replies, requests: PatronRequests
) -> None:
    first = keep(replies, "Dear {name},")
    second = keep(replies, "Hello {name},", first)
    assert [one.body for one in replies.all(ANNA)] == ["Hello {name},"]
    made = requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON, card="R1")
    assert replies.filled(ANNA, "thanks", made.number) == "Hello Ewa Nowak,"
    replies.remove(ANNA, second, at=NOON)
    assert replies.all(ANNA) == ()
    with desk.database.read() as view:
        told = [(one.act, one.details["before"], one.details["after"]) for one in view.audit.latest()]
    assert list(reversed(told)) == [
        ("template_saved", None, "Dear {name},"),
        ("template_saved", "Dear {name},", "Hello {name},"),
        ("template_removed", "Hello {name},", None),
    ]


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(replies: Replies) -> None:
    first = keep(replies, "Dear {name},")
    replies.save(BERT, "thanks", "en", "Hi {name},", seen=first, at=NOON)
    with pytest.raises(TemplateChangedMeanwhile) as refused:
        keep(replies, "Hello {name},", first)
    assert refused.value.values["by"] == "bert"
    with pytest.raises(TemplateChangedMeanwhile):
        keep(replies, "A second one of that name")
    with pytest.raises(TemplateChangedMeanwhile):
        replies.remove(ANNA, first, at=NOON)
    assert [one.body for one in replies.all(ANNA)] == ["Hi {name},"]


def test_a_template_that_is_gone_or_wrong_is_said_so(replies: Replies) -> None:
    first = keep(replies, "Dear {name},")
    replies.remove(ANNA, first, at=NOON)
    with pytest.raises((ReplyTemplateUnknown, TemplateChangedMeanwhile)):
        replies.remove(ANNA, first, at=NOON)
    for text in ("", "Dear {patron},"):
        with pytest.raises(ReplyTemplateInvalid):
            keep(replies, text)


def test_of_two_who_write_at_the_same_moment_one_is_shown_the_other(replies: Replies) -> None:
    seen = None
    for _ in range(3):
        results = at_once(
            *(lambda text=text, was=seen: keep(replies, text, was) for text in ("Dear {name},", "Hi {name},"))
        )
        assert [type(result) for result in results].count(TemplateChangedMeanwhile) == 1
        (seen,) = replies.all(ANNA)
        seen = keep(replies, "Hello {name},", seen)
