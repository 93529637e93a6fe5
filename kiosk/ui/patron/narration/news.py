"""Finds what is new on a screen since it was last told: free of Qt."""

import re
from dataclasses import dataclass

from kiosk.ui.patron.narration.seen import Seen, alerts_of, dialog_of, heading_before, page_of, texts_of
from kiosk.ui.patron.narration.told import NOTHING, Told

_CLOCK = re.compile(r"\d?\d:\d\d")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the screen: what is in front, what is written there, and what is said above it."""

    scope: tuple[str, ...] = ()
    texts: tuple[Told, ...] = ()
    alerts: tuple[Told, ...] = ()
    heading: Told = NOTHING

    @property
    def in_dialog(self) -> bool:
        """Whether a dialog is in front."""
        return self.scope[:1] == ("dialog",)

    def is_dialog(self, name: str) -> bool:
        """Tell whether the dialog of that name is in front."""
        return self.scope[:2] == ("dialog", name)

    @classmethod
    def at(cls, window: Seen, page: str, language: str) -> "Look":
        """Look at a window while a page is in sight and a language is spoken."""
        dialog = dialog_of(window)
        front = dialog or page_of(window)
        if front is None:
            return cls((page, language), alerts=alerts_of(window))
        scope = ("dialog", front.name, language) if dialog is not None else (page, language)
        texts = tuple(text for text in texts_of(front) if not _CLOCK.fullmatch(text.text))
        return cls(scope, texts, alerts_of(window), heading_before(front))

    def news_since(self, before: "Look", *, counting: bool = False) -> tuple[Told, ...]:
        """Return what was not written before in the same place; while `counting`, no mere other number."""
        new = [text for text in self.texts if text not in before.texts]
        if counting:
            known = {_NUMBER.sub("", text.text) for text in before.texts}
            new = [text for text in new if _NUMBER.sub("", text.text) not in known]
        return tuple(new)

    def alerts_since(self, before: "Look") -> tuple[Told, ...]:
        """Return what is said above the page and was not before."""
        return tuple(text for text in self.alerts if text not in before.alerts)
