"""Sentences that grammar alone can spoil: what a pronoun stands for, and what follows a date."""

import re

import pytest

from kiosk.words import wording
from kiosk.words.catalogue import messages

_DAYS = "until|from|expires_on|day"
_CARD = ("reason.card.unknown.way_out", "reason.card.lost.way_out", "reason.card.expired.way_out")


@pytest.mark.parametrize(
    ("language", "its_own", "of_another_gender"),
    [("de", r"\b(ihn|Er)\b", r"\bSie (sie|kann)\b"), ("pl", r"\bją\b", r"\b(go|je)\b")],
)
def test_a_way_out_speaks_of_the_card_in_its_gender(
    language: str, its_own: str, of_another_gender: str
) -> None:
    words = wording(language)
    for key in _CARD:
        assert re.search(its_own, words(key)), words(key)
        assert not re.search(of_another_gender, words(key)), words(key)


def test_no_word_follows_a_day_that_would_need_a_second_comma_in_german() -> None:
    sentences = [
        text
        for _domain, message in messages("de")
        for text in ((message.string,) if isinstance(message.string, str) else message.string or ())
        if str(message.id if isinstance(message.id, str) else message.id[0]).startswith(
            ("reason.", "borrow.")
        )
    ]
    with_days = [text for text in sentences if re.search(rf"\{{({_DAYS})\}}", text)]
    assert len(with_days) > 4
    assert not [text for text in with_days if re.search(rf"\{{({_DAYS})\}}(?![.:,;)]|$)", text)]


def test_what_goes_onto_the_hold_shelf_is_the_item_and_not_the_queue_in_polish() -> None:
    assert wording("pl")("reason.item.held_for_other.way_out").endswith("a pozycję odłóż na półkę zamówień.")


def test_a_hold_that_waits_is_said_to_be_fetched_by_a_day_and_not_to_be_ready_by_it() -> None:
    said = wording("pl")("account.hold.ready", day="śr., 2 gru")
    assert said == "Do odbioru do śr., 2 gru"
