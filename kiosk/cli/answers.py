"""Shows what a question gets, as the contract's JSON or in words."""

from collections.abc import Mapping, Sequence
from datetime import date

import typer

from kiosk.cli.context import CommandContext
from kiosk.model.library import Library
from kiosk.policies.answer import Answered, ArticleAnswer, Band, Refinement
from kiosk.policies.days import DAY, day_of
from kiosk.policies.placeholders import REFINE_KEYS
from kiosk.policies.refining import choices_of, known_settings


def chosen_settings(library: Library, given: Sequence[str], today: date) -> Mapping[str, str]:
    """Return the settings by key; one that the library does not know is wrong usage."""
    chosen: dict[str, str] = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals or key not in REFINE_KEYS:
            raise typer.BadParameter(f"{one}: KEY=VALUE, KEY one of {', '.join(REFINE_KEYS)}")
        if key == DAY:
            if day_of(value, today) is None:
                raise typer.BadParameter(f"{one}: today, tomorrow, mon … sun, {today.isoformat()} …")
            chosen[key] = value
            continue
        known = known_settings(library, {key: value})
        if key not in known:
            codes = ", ".join(code for code, _name in choices_of(library, key))
            raise typer.BadParameter(f"{one}: {codes}")
        chosen[key] = known[key]
    return chosen


def answer_document(answered: Answered) -> dict[str, object]:
    """Return the answer as the contract's JSON."""
    return {
        "question": answered.question,
        "language": answered.language,
        "band": str(answered.band),
        "answers": [
            {
                "article": answer.key,
                "title": answer.title,
                "figure": answer.figure,
                "text": answer.text,
                "score": answer.score,
            }
            for answer in answered.answers
        ],
        "refine": [_chip(chip) for chip in answered.refine],
        "related": [
            {"article": related.key, "title": related.title}
            for answer in answered.answers[:1]
            for related in answer.related
        ],
        "own": str(answered.own) if answered.own is not None else None,
        "own_answer": None if answered.own_answer is None else _own(answered.own_answer),
        "flows": [
            {"flow": flow.key, "title": flow.title}
            for answer in answered.answers[:1]
            for flow in answer.flows
        ],
        "catalog_query": answered.catalog_query,
        "channels": [
            {
                "kind": channel.kind,
                "name": channel.name,
                "value": channel.value,
                "open": channel.open,
                "hours": channel.hours,
            }
            for channel in answered.channels
        ],
    }


def answer_text(run: CommandContext, answered: Answered) -> str:
    """Return the answer in words, for a person at the command line."""
    words = run.words()
    lines: list[str] = []
    if answered.own_answer is not None:
        own = answered.own_answer
        lines += [own.title, *((own.figure,) if own.figure else ()), "", own.text, ""]
    if answered.band is Band.NONE:
        lines.append(words("policies.none"))
        lines += [f"  {one.name}: {one.value} ({one.hours})" for one in answered.channels]
    elif answered.band is Band.CHOOSE:
        lines.append(words("policies.choose"))
        lines += [f"  {answer.title}" for answer in answered.answers]
    else:
        best = answered.answers[0]
        lines += [best.title, *((best.figure,) if best.figure else ()), "", best.text]
        lines += ["", *(f"  → {related.title}" for related in best.related)]
    if answered.catalog_query is not None:
        lines.append(words("policies.search_instead", query=answered.catalog_query))
    return "\n".join(lines)


def _own(answer: ArticleAnswer) -> dict[str, object]:
    return {"title": answer.title, "figure": answer.figure, "text": answer.text}


def _chip(chip: Refinement) -> dict[str, object]:
    return {
        "key": chip.key,
        "prompt": chip.prompt,
        "options": [{"value": choice.value, "label": choice.label} for choice in chip.choices],
        "chosen": chip.chosen,
    }
