"""Guided flows as texts: checked as they are typed, kept, taken away, never lost unseen."""

from pathlib import Path

import pytest

from kiosk.decisions import Decider
from kiosk.model.errors import ArticleInvalid
from kiosk.model.staff_errors import FlowChangedMeanwhile
from kiosk.staff.answers.guides import Guides
from kiosk.storage import Database
from kiosk.words import wording
from tests.policies.conftest import DATA, NOW
from tests.staff.answers.writing import ANNA, BERT, acts

LOST = (Path(DATA) / "policies" / "flows" / "lost-something.yaml").read_text(encoding="utf-8")


@pytest.fixture
def guides(database: Database, decider: Decider) -> Guides:
    return Guides(database, decider)


def said(guides: Guides, text: str) -> dict[str, bool]:
    return {wording("en").show(one.problem): one.stops for one in guides.problems(ANNA, "lost", text)}


def test_a_flow_is_kept_changed_and_taken_away(database: Database, guides: Guides) -> None:
    begun = guides.open(ANNA, "lost")
    assert begun.version is None
    kept = guides.save(ANNA, "lost", LOST, seen=None, at=NOW)
    assert guides.open(ANNA, "lost") == kept
    again = guides.save(ANNA, "lost", kept.text, seen=kept.version, at=NOW)
    assert again == kept
    (row,) = guides.all(ANNA, "de")
    assert (row.key, row.visible, row.steps > 0) == ("lost", True, True)
    guides.remove(ANNA, "lost", seen=kept.version, at=NOW)
    assert guides.all(ANNA, "de") == ()
    assert acts(database) == ["flow_saved", "flow_removed"]
    with database.read() as view:
        (last, *_) = view.audit.latest(1)
    assert (last.details["before"], last.details["after"]) == (kept.text, None)


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(guides: Guides) -> None:
    first = guides.save(ANNA, "lost", LOST, seen=None, at=NOW)
    guides.save(BERT, "lost", LOST.replace("Coś", "Coś tu"), seen=first.version, at=NOW)
    for change in (
        lambda: guides.save(ANNA, "lost", LOST, seen=first.version, at=NOW),
        lambda: guides.save(ANNA, "lost", LOST, seen=None, at=NOW),
        lambda: guides.remove(ANNA, "lost", seen=first.version, at=NOW),
    ):
        with pytest.raises(FlowChangedMeanwhile):
            change()


def test_what_is_wrong_is_said_as_it_is_typed(guides: Guides) -> None:
    assert list(said(guides, guides.open(ANNA, "lost").text).values()) == [True]
    assert list(said(guides, "title: [").values()) == [True]
    assert list(said(guides, LOST.replace("start: ", "start: no-")).values()) == [True]
    (complaint, *_) = said(guides, LOST)  # there is no article in this library yet
    assert "there is no article" in complaint
    assert set(said(guides, LOST).values()) == {False}
    with pytest.raises(ArticleInvalid):
        guides.save(ANNA, "lost", "title: [", seen=None, at=NOW)
