"""Guided flows as texts: listed, opened, checked as they are typed, kept, taken away."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.errors import ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import FlowChangedMeanwhile
from kiosk.policies.checking import check_flow
from kiosk.policies.flow_text import flow_of, read_flow, stored_flow, write_flow
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, StoredFlow

BEGUN = """title: {en: "", de: "", pl: ""}
articles: []
start: first
steps:
  first:
    text: {en: "", de: "", pl: ""}
    options:
      - label: {en: "", de: "", pl: ""}
        to: message
"""


@dataclass(frozen=True, slots=True)
class GuideRow:
    """A flow in the list; ``problems`` is how many complaints there are of it."""

    key: str
    title: str
    articles: tuple[str, ...]
    steps: int
    visible: bool
    problems: int


@dataclass(frozen=True, slots=True)
class OpenGuide:
    """A flow as a text; ``version`` is what keeping it compares with, None for a new one."""

    key: str
    text: str
    version: int | None


@dataclass(frozen=True, slots=True)
class GuideProblem:
    """A complaint about a flow; one that ``stops`` keeps it from being kept."""

    problem: Problem
    stops: bool = False


class Guides:
    """Keeps flows; raises FlowChangedMeanwhile where one is not as it was seen."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.POLICIES_SEE)
    def all(self, by: SignedIn, language: str) -> tuple[GuideRow, ...]:
        """Return every flow by title; one that this program cannot read under its key."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            stored = view.flows.all()
            articles = view.articles.all()
        rows = []
        for one in stored:
            flow = flow_of(one)
            if flow is None:
                rows.append(GuideRow(one.key, one.key, (), 0, one.visible, 1))
                continue
            title = flow.title.in_language(language, library.languages)
            found = len(check_flow(flow, articles, library))
            rows.append(GuideRow(one.key, title, flow.articles, len(flow.steps), one.visible, found))
        return tuple(sorted(rows, key=lambda row: row.title.casefold()))

    @needs(Right.POLICIES_SEE)
    def open(self, by: SignedIn, key: str) -> OpenGuide:
        """Return a flow as a text, the beginning of one where there is none of that key."""
        with self._database.read() as view:
            stored = view.flows.get(key)
        flow = flow_of(stored) if stored is not None else None
        if stored is None or flow is None:
            return OpenGuide(key, BEGUN, stored.version if stored is not None else None)
        return OpenGuide(key, write_flow(flow), stored.version)

    @needs(Right.POLICIES_SEE)
    def problems(self, by: SignedIn, key: str, text: str) -> tuple[GuideProblem, ...]:
        """Return what is wrong with a text: what keeps it from being kept, or else what is odd about it."""
        try:
            flow = read_flow(text, key, key)
        except ArticleInvalid as wrong:
            problem = wrong.values["problem"]
            assert isinstance(problem, Problem)
            return (GuideProblem(problem, stops=True),)
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            articles = view.articles.all()
        return tuple(GuideProblem(one.problem) for one in check_flow(flow, articles, library))

    @needs(Right.POLICIES_EDIT)
    def save(self, by: SignedIn, key: str, text: str, *, seen: int | None, at: datetime) -> OpenGuide:
        """Keep a flow, shown to patrons at once; raises ArticleInvalid, FlowChangedMeanwhile."""
        flow = read_flow(text, key, key)
        with self._database.act() as work:
            before = _unchanged(work, key, seen, at)
            work.flows.save(stored_flow(flow), by=by.account, at=at)
            kept = work.flows.get(key)
            assert kept is not None
            if before is None or before.version != kept.version:
                _note(work, by, at, "flow_saved", key, before, write_flow(flow))
            work.commit()
        return OpenGuide(key, write_flow(flow), kept.version)

    @needs(Right.POLICIES_EDIT)
    def remove(self, by: SignedIn, key: str, *, seen: int | None, at: datetime) -> None:
        """Take a flow away; its text stays in the audit. Raises FlowChangedMeanwhile."""
        with self._database.act() as work:
            before = _unchanged(work, key, seen, at)
            if work.flows.remove(key):
                _note(work, by, at, "flow_removed", key, before, None)
            work.commit()


def _unchanged(work: Act, key: str, seen: int | None, at: datetime) -> StoredFlow | None:
    work.attempts.lock([f"flow:{key}"], at)
    there = work.flows.get(key)
    if (there.version if there else None) != seen:
        raise FlowChangedMeanwhile(flow=key)
    return there


def _note(
    work: Act, by: SignedIn, at: datetime, act: str, key: str, before: StoredFlow | None, after: str | None
) -> None:
    flow = flow_of(before) if before is not None else None
    details = {"flow": key, "before": write_flow(flow) if flow else None, "after": after}
    work.audit.write(at=at, account=by.account, act=act, subject="flow", details=details)
