"""Reads and writes one guided flow as YAML, and as what the database keeps."""

import json
import re
from collections.abc import Mapping
from typing import Any

import yaml

from kiosk.model.errors import ArticleInvalid
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.policies.article_text import KEY
from kiosk.policies.flows import Flow, Lead, Option, Step
from kiosk.policies.placeholders import CONTEXT_KEYS
from kiosk.policies.plain_yaml import NotPlain, plain_yaml
from kiosk.storage import StoredFlow

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OUTCOMES = frozenset({Lead.MESSAGE, Lead.SEARCH, Lead.CARD})
_ARTICLE = "article:"
_LONGEST = 100_000
_MOST_STEPS, _MOST_OPTIONS = 50, 12


class _Wrong(Exception):
    def __init__(self, complaint: str, /, **values: object) -> None:
        super().__init__(complaint)
        self.problem = Problem(f"flow.{complaint}", tuple(values.items()))


def read_flow(text: str, key: str, file: object) -> Flow:
    """Return the flow of a text; raises ArticleInvalid naming the file and the problem."""
    try:
        if len(text) > _LONGEST:
            raise _Wrong("too_long", limit=_LONGEST)
        try:
            said = plain_yaml(text.removeprefix("\ufeff"))
        except NotPlain as wrong:
            raise _Wrong(wrong.complaint, **wrong.values) from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            raise _Wrong("yaml", line=mark.line + 1 if mark else 1) from None
        return _flow(key, said)
    except _Wrong as wrong:
        raise ArticleInvalid(file=str(file), problem=wrong.problem) from None


def flow_of(stored: StoredFlow) -> Flow | None:
    """Return a kept flow; None for one that this program cannot read."""
    try:
        return _flow(stored.key, {**stored.steps, "visible": stored.visible})
    except _Wrong:
        return None


def stored_flow(flow: Flow) -> StoredFlow:
    """Return what the database keeps of a flow."""
    said = _said(flow)
    said.pop("visible", None)
    return StoredFlow(flow.key, said, flow.visible)


def write_flow(flow: Flow) -> str:
    """Return the flow as the text that reads back to it."""
    # A dump in the block style; what JSON keeps, YAML keeps.
    said = json.loads(json.dumps(_said(flow)))
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=110)


def _flow(key: str, said: Any) -> Flow:
    if KEY.fullmatch(key) is None:
        raise _Wrong("bad_key", flow=key)
    table = _table(said, "", ("title", "articles", "start", "steps", "visible"))
    steps_said = table.get("steps")
    if not isinstance(steps_said, dict) or not 1 <= len(steps_said) <= _MOST_STEPS:
        raise _Wrong("steps", limit=_MOST_STEPS)
    steps = tuple(_step(str(name), one) for name, one in steps_said.items())
    start, articles, visible = table.get("start"), table.get("articles", []), table.get("visible", True)
    if not isinstance(articles, list) or not all(
        isinstance(one, str) and KEY.fullmatch(one) for one in articles
    ):
        raise _Wrong("articles")
    if not isinstance(visible, bool):
        raise _Wrong("visible")
    there = {step.id for step in steps}
    if start not in there:
        raise _Wrong("no_step", step=str(start), place="start")
    for step in steps:
        for option in step.options:
            if option.lead is Lead.STEP and option.to not in there:
                raise _Wrong("no_step", step=option.to, place=step.id)
    return Flow(key, _text(table.get("title"), "title"), str(start), steps, tuple(articles), visible)


def _step(name: str, said: Any) -> Step:
    if KEY.fullmatch(name) is None or name in set(_OUTCOMES):
        raise _Wrong("bad_step", step=name)
    table = _table(said, name, ("text", "options"))
    options = table.get("options")
    if not isinstance(options, list) or not 1 <= len(options) <= _MOST_OPTIONS:
        raise _Wrong("options", place=name, limit=_MOST_OPTIONS)
    return Step(name, _text(table.get("text"), name), tuple(_option(name, one) for one in options))


def _option(place: str, said: Any) -> Option:
    table = _table(said, place, ("label", "to", "chosen"))
    label, to, chosen = _text(table.get("label"), place), table.get("to"), table.get("chosen", {})
    if not isinstance(to, str) or not to:
        raise _Wrong("to", place=place)
    if not isinstance(chosen, dict) or not all(
        name in CONTEXT_KEYS and isinstance(value, str) for name, value in chosen.items()
    ):
        raise _Wrong("chosen", place=place, known=", ".join(CONTEXT_KEYS))
    if to.startswith(_ARTICLE):
        if KEY.fullmatch(to[len(_ARTICLE) :]) is None:
            raise _Wrong("to", place=place)
        return Option(label, Lead.ARTICLE, to[len(_ARTICLE) :], tuple(sorted(chosen.items())))
    if chosen:
        raise _Wrong("chosen", place=place, known=", ".join(CONTEXT_KEYS))
    return Option(label, Lead(to)) if to in set(_OUTCOMES) else Option(label, Lead.STEP, to)


def _table(said: Any, place: str, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise _Wrong("not_table", place=place or "—")
    for name in said:
        if name not in known:
            raise _Wrong("unknown_name", name=str(name), known=", ".join(known))
    return said


def _text(said: Any, place: str) -> LocalText:
    if isinstance(said, str) and said.strip():
        return LocalText.of(" ".join(said.split()))
    if isinstance(said, dict) and said:
        texts = {str(language): text for language, text in said.items()}
        if all(
            _LANGUAGE.fullmatch(language) and isinstance(text, str) and text.strip()
            for language, text in texts.items()
        ):
            return LocalText.of({language: " ".join(text.split()) for language, text in texts.items()})
    raise _Wrong("text", place=place)


def _said(flow: Flow) -> dict[str, Any]:
    said: dict[str, Any] = {"title": _local(flow.title)}
    if flow.articles:
        said["articles"] = list(flow.articles)
    said["start"] = flow.start
    said["steps"] = {
        step.id: {"text": _local(step.text), "options": [_option_said(option) for option in step.options]}
        for step in flow.steps
    }
    if not flow.visible:
        said["visible"] = False
    return said


def _option_said(option: Option) -> dict[str, Any]:
    to = {Lead.STEP: option.to, Lead.ARTICLE: f"{_ARTICLE}{option.to}"}.get(option.lead, str(option.lead))
    said: dict[str, Any] = {"label": _local(option.label), "to": to}
    return {**said, "chosen": dict(option.chosen)} if option.chosen else said


def _local(text: LocalText) -> str | Mapping[str, str]:
    return dict(text.by_language) if text.by_language else text.plain
