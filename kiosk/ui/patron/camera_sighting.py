"""Makes one code of many pictures: read twice in a row it counts, and it counts once; free of Qt."""

from dataclasses import dataclass, replace

from kiosk.devices.camera import Seen, Sight

_GONE = 5  # pictures without any code, after which the same phone may be shown anew
_SHOWN_FOR = 3  # pictures for which a hint stands, so that it does not flicker


@dataclass(frozen=True, slots=True)
class Sighting:
    """`last` is what the picture before said, `counted` what was taken; `hint` is what to tell."""

    last: str = ""
    counted: str = ""
    blank: int = 0
    hint: Sight = Sight.NOTHING
    hinted: int = 0


def sighted(before: Sighting, seen: Seen) -> tuple[Sighting, str | None]:
    """Return what is known after another picture, and the code that counts now."""
    now = _hinting(before, seen.sight)
    if seen.sight is not Sight.CODE:
        blank = before.blank + 1
        return replace(now, last="", blank=blank, counted="" if blank >= _GONE else before.counted), None
    now = replace(now, last=seen.code, blank=0)
    if seen.code == before.last and seen.code != before.counted:
        return replace(now, counted=seen.code), seen.code
    return now, None


def _hinting(before: Sighting, sight: Sight) -> Sighting:
    """Keep a hint for a few pictures in which nothing is seen; a code or another hint takes its place."""
    if sight is Sight.CODE:
        return replace(before, hint=Sight.NOTHING, hinted=0)
    if sight is not Sight.NOTHING:
        return replace(before, hint=sight, hinted=0)
    if before.hinted + 1 >= _SHOWN_FOR:
        return replace(before, hint=Sight.NOTHING, hinted=0)
    return replace(before, hinted=before.hinted + 1)
