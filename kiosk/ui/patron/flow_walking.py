"""Walks a guided flow anew for every choice, and notices where it is another one by now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.policies.flows import FlowOutcome, FlowPage

At = Callable[[str, Sequence[int], str], FlowPage | FlowOutcome | None]


@dataclass(frozen=True, slots=True)
class Walked:
    """The steps gone through, the first first, and the outcome behind the last, if it has come to one.

    `changed` tells that the choices lead elsewhere by now, and ended at the last step that still fits.
    """

    pages: tuple[FlowPage, ...]
    outcome: FlowOutcome | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """The steps at which choices were made, and the language in which they stood there."""

    pages: tuple[FlowPage, ...] = ()
    language: str = ""


def walked(at: At, flow: str, trail: Sequence[int], language: str, seen: Seen) -> Walked | None:
    """Return where the choices lead that were made at the steps seen; None: there is no such flow.

    A number may stand for something else since a flow was changed: the walk ends before that. A step come to
    twice is gone back to, so that no way is longer than the flow. Raises what `at` raises.
    """
    begun = at(flow, (), language)
    if not isinstance(begun, FlowPage):
        return None
    pages = [begun]
    for place, number in enumerate(trail):
        if not _same_choice(seen, place, pages[-1], number, language):
            return Walked(tuple(pages), changed=True)
        found = at(flow, (*pages[-1].trail, number), language)
        if isinstance(found, FlowPage) and len(found.trail) == len(pages[-1].trail) + 1:
            pages.append(found)
        elif isinstance(found, FlowOutcome) and place == len(trail) - 1:
            return Walked(tuple(pages), found)
        else:
            return Walked(tuple(pages), changed=True) if found is not None else None
    return Walked(_without_rounds(pages))


def _same_choice(seen: Seen, place: int, page: FlowPage, number: int, language: str) -> bool:
    """Tell whether a number still stands for what was chosen by it; words compare in one language only."""
    if not 0 <= number < len(page.choices):
        return False
    if place >= len(seen.pages):
        return True
    before = seen.pages[place]
    if seen.language != language:
        return before.step == page.step and len(before.choices) == len(page.choices)
    return before.text == page.text and before.choices[number : number + 1] == (page.choices[number],)


def _without_rounds(pages: Sequence[FlowPage]) -> tuple[FlowPage, ...]:
    first = next(place for place, page in enumerate(pages) if page.step == pages[-1].step)
    return tuple(pages[: first + 1])
