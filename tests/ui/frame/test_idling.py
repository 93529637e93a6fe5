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


def listened(seconds: int, idling: Idling, *, signed_in: bool) -> Idling:
    for _ in range(seconds):
        idling = idling.second_listened(signed_in=signed_in)
    return idling


def test_who_listens_is_not_missed_and_has_all_the_time_afterwards() -> None:
    state = listened(1000, after(44, Idling(45)), signed_in=False)
    assert state.quiet == 0
    assert not after(44, state).counting


def test_an_account_is_read_from_for_three_quiet_times_at_most_before_somebody_is_asked_for() -> None:
    assert listened(4 * 45 - 1, Idling(45), signed_in=True).quiet == 44
    assert listened(4 * 45, Idling(45), signed_in=True).counting
    assert listened(4 * 45 + COUNTDOWN_SECONDS, Idling(45), signed_in=True).over
    touched = listened(4 * 45, Idling(45), signed_in=True).touched()
    assert listened(3 * 45, touched, signed_in=True).quiet == 0
