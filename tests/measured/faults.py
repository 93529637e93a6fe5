"""Everything that is wrong with what stands on the window now, each as a sentence."""

from scripts.hands import Hands
from tests.measured import focus, names, targets, words
from tests.measured.glass import Glass

_LEAST = (4.5, 4.5, 7.0)  # the contrast of any text in the light, dark and high-contrast theme


def faults(hands: Hands) -> list[str]:
    """Measure the screen; of a toast first, then of what stands under it: it goes by itself."""
    found: list[str] = []
    glass = Glass.now(hands)
    if glass.shows("KioskToast"):
        found += _drawn(glass.only("KioskToast"))
        hands.counter.shell_view_model.endToast()
        hands.wait(lambda: not Glass.now(hands).shows("KioskToast"), "the toast stays")
        glass = Glass.now(hands)
    found += _drawn(glass)
    found += _told("focus", focus.lost(hands, glass))
    return list(dict.fromkeys(found))


def _drawn(glass: Glass) -> list[str]:
    least = _LEAST[glass.hands.counter.shell_view_model.comfort.scheme]
    return [
        *_told("contrast", words.faint(glass, least)),
        *_told("cut", words.cut(glass)),
        *_told("spills", words.spilling(glass)),
        *_told("broken", words.broken(glass)),
        *_told("overlap", words.overlapping(glass)),
        *_told("small", targets.small(glass)),
        *_told("close", targets.close(glass)),
        *_told("name or role", names.nameless(glass)),
        *_told("not said", names.unsaid(glass)),
    ]


def _told(rule: str, found: list[str]) -> list[str]:
    return [f"{rule}: {one}" for one in found]
