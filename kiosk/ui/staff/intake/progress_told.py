"""How long work will still take, in words; free of Qt."""

from kiosk.words import Wording

# Before so much is done, or so long has passed, nothing can be said of the rest.
_TOO_LITTLE = 0.02
_TOO_EARLY_S = 1.0
_ROUNDED_S = 5


def seconds_left(fraction: float, elapsed: float) -> float | None:
    """Return how long the rest takes if it goes on like this, None where it is too early to say."""
    if fraction < _TOO_LITTLE or elapsed < _TOO_EARLY_S:
        return None
    return elapsed * (1 - min(fraction, 1.0)) / fraction


def left_told(words: Wording, fraction: float, elapsed: float) -> str:
    """Return the time left in words, in steps that do not flicker; empty where it is too early to say."""
    seconds = seconds_left(fraction, elapsed)
    if seconds is None:
        return ""
    if seconds < 60:
        return words.count("staff.intake.left.seconds", max(1, round(seconds / _ROUNDED_S)) * _ROUNDED_S)
    return words.count("staff.intake.left.minutes", round(seconds / 60))
