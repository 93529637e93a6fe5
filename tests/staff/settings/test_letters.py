"""The library's own wordings at the desk of staff."""

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.errors import TemplateInvalid
from kiosk.model.staff_errors import NotAllowed, SettingsChangedMeanwhile
from kiosk.notices.kinds import KINDS, PAPERS
from kiosk.notices.wordings import Worded
from kiosk.staff.settings.letters import LetterDesk, letter_label, places_of, sample
from kiosk.words import wording
from tests.circulation.desk import NOON, Desk
from tests.staff.copies.test_at_once import at_once
from tests.staff.settings.test_desks import ANNA, HEAD

BODY = "Dear reader,\n\nplease bring back:\n{items}\n\n{contact}\n"


@pytest.fixture
def letters(desk: Desk) -> LetterDesk:
    return LetterDesk(desk.database, FixedClock(NOON))


def worded(letters: LetterDesk, kind: str = "overdue1", language: str = "en") -> Worded:
    return next(
        one.worded for one in letters.all(ANNA) if (one.worded.kind, one.worded.language) == (kind, language)
    )


def test_every_kind_is_there_in_every_language(letters: LetterDesk) -> None:
    assert len(letters.all(ANNA)) == len((*KINDS, *PAPERS)) * 3
    assert not any(one.worded.own for one in letters.all(ANNA))


def test_a_wording_is_changed_told_and_given_back(desk: Desk, letters: LetterDesk) -> None:
    before = worded(letters)
    kept = letters.save(HEAD, before, "Please bring them back", BODY)
    assert kept.own
    assert worded(letters) == kept
    with desk.database.read() as view:
        entry = view.audit.latest(1)[0]
    assert (entry.act, entry.details["before"]["subject"]) == ("letters.change", before.subject)
    assert entry.details["after"]["subject"] == "Please bring them back"
    assert not letters.save(HEAD, kept, before.subject, before.body).own
    assert worded(letters) == before


@pytest.mark.parametrize(
    ("subject", "body"), [("", BODY), ("Back!", "Without items"), ("Back!", BODY + "{pin}"), ("a\nb", BODY)]
)
def test_a_wording_that_does_not_tell_what_it_must_is_refused(
    letters: LetterDesk, subject: str, body: str
) -> None:
    before = worded(letters)
    with pytest.raises(TemplateInvalid):
        letters.save(HEAD, before, subject, body)
    assert worded(letters) == before


def test_two_at_once_never_overwrite_each_other(letters: LetterDesk) -> None:
    opened = worded(letters)
    letters.save(HEAD, opened, "First", BODY)
    with pytest.raises(SettingsChangedMeanwhile):
        letters.save(HEAD, opened, "Second", BODY)
    assert worded(letters).subject == "First"


def test_only_who_may_change_settings_changes_wordings(letters: LetterDesk) -> None:
    with pytest.raises(NotAllowed):
        letters.save(ANNA, worded(letters), "Mine", BODY)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_sample_shows_every_place_filled(letters: LetterDesk, language: str) -> None:
    for one in letters.all(ANNA):
        if one.worded.language == language:
            assert "{" not in sample(one.worded, "Town Library", "+49 30 1")
            assert "items" in places_of(one.worded.kind)
            assert "letter." not in letter_label(one.worded.kind, wording(language))


def test_of_two_who_word_a_letter_at_the_same_moment_one_is_shown_the_other(letters: LetterDesk) -> None:
    for number in range(3):
        before = worded(letters)
        subjects = [f"{who} {number}" for who in ("Anna", "Bert")]
        results = at_once(
            *(lambda was=before, subject=one: letters.save(HEAD, was, subject, BODY) for one in subjects)
        )
        assert [type(result) for result in results].count(SettingsChangedMeanwhile) == 1
