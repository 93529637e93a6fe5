"""A visit ends after its quiet time and a countdown, and a touch takes both back."""

from kiosk.ui.patron.idling import COUNTDOWN_SECONDS, Idling


def after(seconds: int, idling: Idling) -> Idling:
    for _ in range(seconds):
        idling = idling.second_passed()
    return idling


def test_nothing_is_counted_before_the_quiet_time_is_over() -> None:
    assert not after(44, Idling(45)).counting


def test_the_countdown_shows_each_second_once() -> None:
    states = [after(45 + n, Idling(45)) for n in range(COUNTDOWN_SECONDS)]
    assert all(state.counting and not state.over for state in states)
    assert [state.seconds_left for state in states] == list(range(COUNTDOWN_SECONDS, 0, -1))


def test_the_visit_is_over_when_the_countdown_is() -> None:
    state = after(45 + COUNTDOWN_SECONDS, Idling(45))
    assert state.over
    assert not state.counting


def test_a_touch_gives_the_whole_time_back() -> None:
    state = after(60, Idling(45)).touched()
    assert not after(44, state).counting
