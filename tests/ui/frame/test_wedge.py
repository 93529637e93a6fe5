"""A scanner that types like a keyboard is told from a person by speed, and no key is ever lost."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.settings import ScannerSettings
from kiosk.ui.patron.wedge import KeyWedge, Stroke

ENTER = Stroke(0x01000004, 0, "\r", ends=True)
LEFT = Stroke(0x01000012, 0, "")


def key(character: str) -> Stroke:
    return Stroke(ord(character.upper()), 0, character)


def typed(wedge: KeyWedge, text: str, every_ms: int, start: int = 1000) -> tuple[list[Stroke], int]:
    """Press the keys in turn; return what came back and when the last was pressed."""
    back: list[Stroke] = []
    at = start
    for number, character in enumerate(text):
        at = start + number * every_ms
        back += wedge.press(key(character), at).replay
    return back, at


def test_fast_keys_ended_by_enter_are_a_scan() -> None:
    wedge = KeyWedge(ScannerSettings())
    back, at = typed(wedge, "30000000017", 5)
    verdict = wedge.press(ENTER, at + 5)
    assert (back, verdict.scan, verdict.swallow, verdict.replay) == ([], "30000000017", True, ())


def test_slow_keys_are_given_back_as_typed() -> None:
    wedge = KeyWedge(ScannerSettings())
    back, at = typed(wedge, "momo kafka", 70)
    verdict = wedge.press(ENTER, at + 70)
    given_back = [*back, *verdict.replay]
    assert "".join(stroke.text for stroke in given_back if not stroke.ends) == "momo kafka"
    assert verdict.scan is None


def test_few_fast_keys_with_an_end_are_a_partial_scan() -> None:
    wedge = KeyWedge(ScannerSettings())
    _, at = typed(wedge, "3000", 5)
    verdict = wedge.press(ENTER, at + 5)
    assert verdict.partial
    assert verdict.scan is None


def test_enter_alone_goes_straight_through() -> None:
    assert not KeyWedge(ScannerSettings()).press(ENTER, 1000).swallow


def test_a_person_who_hits_one_key_and_enter_gets_both() -> None:
    wedge = KeyWedge(ScannerSettings())
    wedge.press(key("a"), 1000)
    verdict = wedge.press(ENTER, 1200)
    assert verdict.replay == (key("a"), ENTER) or verdict.replay == (key("a"),)
    assert [stroke.text for stroke in verdict.replay][:1] == ["a"]


def test_an_arrow_lets_go_what_was_held_and_keeps_the_order() -> None:
    wedge = KeyWedge(ScannerSettings())
    wedge.press(key("a"), 1000)
    verdict = wedge.press(LEFT, 1010)
    assert verdict.replay == (key("a"), LEFT)
    assert verdict.swallow


def test_the_prefix_that_the_scanner_sends_is_cut_off() -> None:
    wedge = KeyWedge(ScannerSettings(prefix="~"))
    _, at = typed(wedge, "~30000000017", 5)
    assert wedge.press(ENTER, at + 5).scan == "30000000017"


def test_a_scan_right_after_typing_is_still_a_scan() -> None:
    wedge = KeyWedge(ScannerSettings())
    before, at = typed(wedge, "mo", 90)
    after, at = typed(wedge, "30000000017", 5, start=at + 90)
    verdict = wedge.press(ENTER, at + 5)
    assert "".join(stroke.text for stroke in [*before, *after]) == "mo"
    assert verdict.scan == "30000000017"


@given(
    st.lists(
        st.tuples(st.sampled_from([*"abc019 ", "ENTER", "LEFT"]), st.integers(0, 120)),
        min_size=1,
        max_size=60,
    )
)
def test_every_key_comes_back_once_and_in_order_unless_it_was_scanned(presses: list[tuple[str, int]]) -> None:
    wedge = KeyWedge(ScannerSettings())
    seen: list[str] = []
    pressed: list[str] = []
    at = 1000
    for name, pause in presses:
        at += pause
        stroke = {"ENTER": ENTER, "LEFT": LEFT}.get(name) or key(name)
        pressed.append(name)
        verdict = wedge.press(stroke, at)
        seen += [_name(one) for one in verdict.replay]
        if verdict.scan is not None:
            seen += [*verdict.scan, "ENTER"]
        elif verdict.partial:
            seen += [*pressed[len(seen) :]]
        elif not verdict.swallow:
            seen.append(name)
    seen += [_name(one) for one in wedge.idle(at + 1000)]
    assert seen == pressed


def _name(stroke: Stroke) -> str:
    return "ENTER" if stroke.ends else (stroke.text or "LEFT")


def test_in_an_open_field_each_letter_of_a_person_goes_on_at_once() -> None:
    wedge = KeyWedge(ScannerSettings())
    for number, letter in enumerate("momo"):
        verdict = wedge.press(key(letter), 1000 + number * 70, open_field=True)
        assert (verdict.ahead, verdict.swallow, verdict.replay) == (True, False, ())


def test_the_letter_that_went_ahead_of_a_scan_is_taken_back() -> None:
    wedge = KeyWedge(ScannerSettings())
    swallowed = [
        wedge.press(key(letter), 1000 + number * 5, open_field=True).swallow
        for number, letter in enumerate("30000000017")
    ]
    verdict = wedge.press(ENTER, 1055, open_field=True)
    assert swallowed == [False] + [True] * 10
    assert (verdict.scan, verdict.retract, verdict.swallow) == ("30000000017", True, True)


def test_what_was_held_comes_before_the_letter_that_goes_ahead() -> None:
    wedge = KeyWedge(ScannerSettings())
    wedge.press(key("a"), 1000)
    verdict = wedge.press(key("b"), 1100, open_field=True)
    assert (verdict.replay, verdict.swallow, verdict.ahead) == ((key("a"), key("b")), True, True)


@given(
    st.lists(
        st.tuples(st.sampled_from([*"abc019 ", "ENTER", "LEFT"]), st.integers(0, 120), st.booleans()),
        min_size=1,
        max_size=60,
    )
)
def test_a_key_that_went_ahead_is_neither_lost_nor_doubled(presses: list[tuple[str, int, bool]]) -> None:
    wedge = KeyWedge(ScannerSettings())
    seen: list[str] = []
    pressed: list[str] = []
    at = 1000
    for name, pause, open_field in presses:
        at += pause
        stroke = {"ENTER": ENTER, "LEFT": LEFT}.get(name) or key(name)
        pressed.append(name)
        verdict = wedge.press(stroke, at, open_field=open_field)
        seen += [_name(one) for one in verdict.replay]
        if verdict.retract:
            seen.pop()
        if verdict.scan is not None or verdict.partial:
            seen += [*pressed[len(seen) :]]
        elif not verdict.swallow:
            seen.append(name)
    seen += [_name(one) for one in wedge.idle(at + 1000)]
    assert seen == pressed
