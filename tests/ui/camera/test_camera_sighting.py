"""Of many pictures a second one code is made, and a hint that does not flicker."""

import pytest

from kiosk.devices.camera import Seen, Sight
from kiosk.ui.patron.camera_sighting import Sighting, sighted
from kiosk.ui.patron.camera_state import camera_state
from kiosk.words import available_languages, wording

A, B = Seen(Sight.CODE, "2900000012"), Seen(Sight.CODE, "2900000020")
NOTHING, DARK, SEVERAL = Seen(Sight.NOTHING), Seen(Sight.DARK), Seen(Sight.SEVERAL)


def counted(*pictures: Seen) -> list[str]:
    state, codes = Sighting(), []
    for picture in pictures:
        state, code = sighted(state, picture)
        codes += [code] if code is not None else []
    return codes


@pytest.mark.parametrize(
    ("pictures", "codes"),
    [
        ((A,), []),
        ((A, A), [A.code]),
        ((A, A, A, A), [A.code]),
        ((A, NOTHING, A), []),
        ((A, B, A, B), []),
        ((A, A, B, B), [A.code, B.code]),
        ((A, A, NOTHING, A, A), [A.code]),
        ((A, A, *(NOTHING,) * 5, A, A), [A.code, A.code]),
        ((A, SEVERAL, A, A), [A.code]),
    ],
)
def test_a_code_counts_when_read_twice_in_a_row_and_once_while_it_is_held(
    pictures: tuple[Seen, ...], codes: list[str]
) -> None:
    assert counted(*pictures) == codes


def test_a_hint_stands_for_a_moment_and_goes_with_a_code() -> None:
    state, _ = sighted(Sighting(), DARK)
    state, _ = sighted(state, NOTHING)
    assert state.hint is Sight.DARK
    assert sighted(state, A)[0].hint is Sight.NOTHING
    for _ in range(3):
        state, _ = sighted(state, NOTHING)
    assert state.hint is Sight.NOTHING


@pytest.mark.parametrize("language", available_languages())
@pytest.mark.parametrize("sight", [Sight.DARK, Sight.SEVERAL, Sight.UNREADABLE])
def test_every_hint_is_said(sight: Sight, language: str) -> None:
    hint = camera_state(True, "", Sighting(hint=sight), False, wording(language)).hint
    assert hint != ""
    assert not hint.startswith("camera.")


def test_a_camera_that_is_gone_shows_no_picture_and_one_that_is_off_nothing() -> None:
    gone = camera_state(True, "data:x", Sighting(), True, wording("en"))
    assert gone.gone
    assert gone.picture == ""
    assert "scan your card, or type" in gone.hint
    assert camera_state(False, "data:x", Sighting(hint=Sight.DARK), True, wording("en")).hint == ""
