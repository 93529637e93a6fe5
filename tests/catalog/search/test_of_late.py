"""What is remembered of late is worked out once, and never more than is allowed."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.search.analysis import chunks
from kiosk.catalog.search.of_late import OfLate

_BLANK_OR_PUNCTUATION = set("-‐‑‒–—―/.,:;!?()[]{}<>=|\\\"'’‘“”„«»·…&*_~^")


def test_what_is_known_is_not_worked_out_again() -> None:
    asked: list[str] = []

    def learn(key: str) -> str:
        asked.append(key)
        return key.upper()

    known = OfLate(10, learn)
    assert list(known.every(["a", "b", "a"])) == ["A", "B", "A"]
    assert known["b"] == "B"
    assert asked == ["a", "b"]


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 5))
def test_values_are_right_however_often_the_memory_turns_over(keys: list[int], most: int) -> None:
    known: OfLate[int, str] = OfLate(most, lambda key: f"<{key}>")
    # The memory turns over in the middle of these.
    assert list(known.every(keys)) == [f"<{key}>" for key in keys]


def test_what_was_not_asked_for_of_late_is_forgotten() -> None:
    asked: list[int] = []

    def learn(key: int) -> str:
        asked.append(key)
        return str(key)

    known = OfLate(3, learn)
    list(known.every(range(7)))
    assert known[5] == "5"
    assert asked == [0, 1, 2, 3, 4, 5, 6]
    assert known[0] == "0"
    assert asked[-1] == 0


def test_text_is_cut_at_every_blank_and_sign() -> None:
    for code in range(0x11_0000):
        char = chr(code)
        parts = char.isspace() or char in _BLANK_OR_PUNCTUATION
        assert chunks(f"a{char}b") == (["a", "b"] if parts else [f"a{char}b"]), hex(code)
