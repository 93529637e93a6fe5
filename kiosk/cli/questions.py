"""Commands for what was asked and searched in vain, and for answers made of it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.system_user import system_user

if TYPE_CHECKING:
    from kiosk.policies.learning import AskedInVain

app = typer.Typer(
    no_args_is_help=True,
    help="Questions without an answer: list, show, add-wording, new-article, dismiss; and searches in vain.",
)

At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]
Days = Annotated[int, typer.Option("--days", min=1, max=3650, help="How far back.")]


@app.command("list")
def list_(context: typer.Context, days: Days = 90, limit: int = 50, at: At = None) -> None:
    """List what was asked and got no answer that helped, the commonest first."""
    run = context_of(context)
    found = run.services.learning.unanswered(_since(run, days, at), limit)
    lines = [_line(asked) for asked in found] or [run.words()("questions.none")]
    run.result({"questions": [_document(run, asked) for asked in found]}, "\n".join(lines))


@app.command("searches")
def searches(context: typer.Context, days: Days = 90, limit: int = 50, at: At = None) -> None:
    """List searches of the catalogue that found nothing, the commonest first."""
    run = context_of(context)
    found = run.services.learning.searched(_since(run, days, at), limit)
    lines = [f"{one.times} × {one.text} ({one.language})" for one in found]
    documents = [
        {"text": one.text, "language": one.language, "times": one.times, "last": _time(run, one.last_at)}
        for one in found
    ]
    run.result({"searches": documents}, "\n".join(lines or [run.words()("questions.no_searches")]))


@app.command("add-wording")
def add_wording(
    context: typer.Context,
    number: int,
    article: str,
    wording: Annotated[str | None, typer.Option("--wording", help="In other words than asked.")] = None,
    days: Days = 90,
    at: At = None,
) -> None:
    """Make what was asked another wording of an article; whoever asks so next gets it."""
    run = context_of(context)
    saved = run.services.learning.add_wording(
        number, article, since=_since(run, days, at), by=system_user(), at=run.moment(at), wording=wording
    )
    document = {"article": saved.key, "language": saved.language, "version": saved.version}
    told = run.words()("questions.worded", wording=saved.questions[-1], article=saved.key)
    run.result(document | {"wordings": list(saved.questions)}, told)


@app.command("new-article")
def new_article(
    context: typer.Context,
    number: int,
    key: str,
    topic: Annotated[str, typer.Option("--topic", help="On which shelf.")],
    days: Days = 90,
    at: At = None,
) -> None:
    """Begin an article of what was asked, as a draft: its text is still to be written."""
    from kiosk.policies.article_text import TOPICS

    if topic not in TOPICS:
        raise typer.BadParameter(f"{topic}: one of {', '.join(TOPICS)}")
    run = context_of(context)
    begun = run.services.learning.new_article(
        number, key, topic, since=_since(run, days, at), by=system_user(), at=run.moment(at)
    )
    document = {"article": begun.key, "language": begun.language, "version": begun.version, "draft": True}
    run.result(document, run.words()("questions.begun", article=begun.key, title=begun.title))


@app.command("dismiss")
def dismiss(context: typer.Context, number: int, days: Days = 90, at: At = None) -> None:
    """Take questions that want no answer off the list."""
    run = context_of(context)
    count = run.services.learning.dismiss(
        number, since=_since(run, days, at), by=system_user(), at=run.moment(at)
    )
    run.result({"dismissed": count}, run.words().count("questions.dismissed", count))


def _since(run: CommandContext, days: int, at: str | None) -> datetime:
    return run.moment(at) - timedelta(days=days)


def _line(asked: "AskedInVain") -> str:
    shown = ", ".join(key for key, _times in asked.shown)
    return f"{asked.number}: {asked.times} × {asked.text} ({asked.language}){' → ' + shown if shown else ''}"


def _document(run: CommandContext, asked: "AskedInVain") -> dict[str, Any]:
    return {
        "number": asked.number,
        "text": asked.text,
        "language": asked.language,
        "times": asked.times,
        "last": _time(run, asked.last_at),
        "wordings": list(asked.wordings),
        "unhelpful": asked.unhelpful,
        "shown": [{"article": key, "times": times} for key, times in asked.shown],
        "asked_next": [{"text": text, "times": times} for text, times in asked.asked_next],
    }


def _time(run: CommandContext, moment: datetime) -> str | None:
    return run.time(moment, run.services.library().time_zone)
