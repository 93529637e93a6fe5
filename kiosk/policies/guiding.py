"""Offers the library's guided flows and walks them, from what is newest in the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.errors import EnvironmentTrouble
from kiosk.policies.flow_text import flow_of
from kiosk.policies.flows import Flow, FlowOffer, FlowOutcome, FlowPage, walk
from kiosk.storage import Database, View
from kiosk.words import Wording, wording


@dataclass(frozen=True, slots=True)
class _Known:
    version: int
    languages: tuple[str, ...]
    flows: tuple[Flow, ...]


class Flows:
    """Knows the flows that are to be shown; any thread may ask. With the database away, those known last."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: _Known | None = None

    def offered(self, article: str, language: str) -> tuple[FlowOffer, ...]:
        """Return the flows that an article offers, as they were when last looked at."""
        known = self._known
        if known is None:
            return ()
        words = _words(known, language)
        return tuple(
            FlowOffer(flow.key, words.name(flow.title)) for flow in known.flows if article in flow.articles
        )

    def all(self, language: str) -> tuple[FlowOffer, ...]:
        """Return every flow."""
        known = self._current()
        words = _words(known, language)
        return tuple(FlowOffer(flow.key, words.name(flow.title)) for flow in known.flows)

    def at(self, key: str, trail: Sequence[int], language: str) -> FlowPage | FlowOutcome | None:
        """Return where the choices of a trail lead, the first step for none; None: there is no such flow.

        A flow that was changed meanwhile is walked as far as the choices still go.
        """
        known = self._current()
        flow = next((flow for flow in known.flows if flow.key == key), None)
        return None if flow is None else walk(flow, trail, _words(known, language))

    def look(self, view: View) -> None:
        """Take notice of flows that changed."""
        self._known = self._newest(view)

    def _current(self) -> _Known:
        try:
            with self._database.read() as view:
                self._known = self._newest(view)
        except EnvironmentTrouble:
            if self._known is None:
                raise
        return self._known

    def _newest(self, view: View) -> _Known:
        version = view.flows.version()
        known = self._known
        if known is not None and known.version == version:
            return known
        read = (flow_of(stored) for stored in view.flows.all() if stored.visible)
        return _Known(
            version, view.library.load().languages, tuple(flow for flow in read if flow is not None)
        )


def _words(known: _Known, language: str) -> Wording:
    return wording(language, "UTC", known.languages)
