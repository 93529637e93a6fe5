"""Commands for questions and the library's answers."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.context import CommandContext, context_of

if TYPE_CHECKING:
    from kiosk.model.article import Article
    from kiosk.policies.editing import Editing

_Language = Annotated[str | None, typer.Option("--language", help="Of which language.")]

app = typer.Typer(no_args_is_help=True, help="Questions, and the library's own answers.")


@app.command("ask")
def ask(
    context: typer.Context,
    question: str,
    language: Annotated[str | None, typer.Option("--language", help="The screen's language.")] = None,
    card: Annotated[str | None, typer.Option("--card", help="Who asks.")] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="What the answer is for: KEY=VALUE.")
    ] = None,
    branch: Annotated[str | None, typer.Option("--branch", help="Where: a branch's code.")] = None,
    at: Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")] = None,
) -> None:
    """Answer a question from the library's articles, with the rules as they are now."""
    from kiosk.cli.answers import answer_document, answer_text, chosen_settings
    from kiosk.rules.calendar import calendar_of, local_day

    run = context_of(context)
    library = run.services.library()
    moment = run.moment(at)
    today = local_day(calendar_of(library, run.branch(branch)), moment)
    chosen = chosen_settings(library, settings or [], today)
    answered = run.services.asking.ask(
        question,
        language or run.language,
        card=card,
        chosen=chosen,
        at=moment,
        branch=run.branch(branch),
    )
    run.result(answer_document(answered), lambda: answer_text(run, answered))


@app.command("load")
def load(context: typer.Context, folder: Annotated[Path, typer.Argument()]) -> None:
    """Make the articles equal to a folder's: <language>/<key>.md, all or none."""
    from kiosk.cli.system_user import system_user
    from kiosk.policies.folders import load_articles

    run = context_of(context)
    loaded = load_articles(run.services.database, folder, by=system_user(), at=run.services.clock.now())
    document = {
        "loaded": True,
        "articles": loaded.count,
        "flows": loaded.flows,
        "changed": loaded.changed,
    }
    run.result(document, run.words()("policies.loaded", count=loaded.count))


@app.command("dump")
def dump(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument()],
    mirror: Annotated[
        bool, typer.Option("--mirror", help="Remove files there of articles that are gone.")
    ] = False,
) -> None:
    """Write the articles to a folder, from which they load back the same."""
    from kiosk.policies.folders import dump_articles

    run = context_of(context)
    count = dump_articles(run.services.database, folder, mirror=mirror)
    document = {"folder": str(folder), "articles": count}
    run.result(document, run.words()("policies.dumped", count=count, folder=folder))


@app.command("draft")
def draft(context: typer.Context, file: Annotated[Path, typer.Argument()]) -> None:
    """Keep a file <language>/<key>.md as what its article is to become; patrons see nothing of it."""
    run = context_of(context)
    by, at, editing = _editing(run)
    article = editing.draft(file, by=by, at=at)
    run.result(_article_document(article), run.words()("policies.drafted", article=_name(article)))


@app.command("publish")
def publish(context: typer.Context, article: str, language: _Language = None) -> None:
    """Show the drafts of an article: those of all languages, or of one."""
    run = context_of(context)
    by, at, editing = _editing(run)
    published = editing.publish(article, language, by=by, at=at)
    document = {"published": [_article_document(one) for one in published]}
    names = ", ".join(_name(one) for one in published)
    run.result(document, run.words()("policies.published", article=names))


@app.command("history")
def history(context: typer.Context, article: str, language: _Language = None) -> None:
    """List the versions of an article, the latest first."""
    run = context_of(context)
    _by, _at, editing = _editing(run)
    versions = editing.history(article, language or run.language)
    zone = run.services.library().time_zone
    document = {
        "versions": [
            {
                **_article_document(one.article),
                "state": str(one.state),
                "by": one.written_by,
                "at": run.time(one.written_at, zone),
                "title": one.article.title,
            }
            for one in versions
        ]
    }
    words = run.words(zone)
    lines = [
        words(
            "policies.version",
            version=one.article.version,
            state=words(f"policies.state.{one.state}"),
            at=one.written_at,
            by=one.written_by,
            title=one.article.title,
        )
        for one in versions
    ]
    run.result(document, "\n".join(lines))


@app.command("restore")
def restore(context: typer.Context, article: str, version: int, language: _Language = None) -> None:
    """Make an article read as in one of its versions, as a new version."""
    run = context_of(context)
    by, at, editing = _editing(run)
    restored = editing.restore(article, language or run.language, version, by=by, at=at)
    said = run.words()("policies.restored", article=_name(restored), version=version)
    run.result(_article_document(restored), said)


def _editing(run: CommandContext) -> tuple[str, datetime, "Editing"]:
    from kiosk.cli.system_user import system_user
    from kiosk.policies.editing import Editing

    return system_user(), run.services.clock.now(), Editing(run.services.database)


def _name(article: "Article") -> str:
    return f"{article.language}/{article.key}"


def _article_document(article: "Article") -> dict[str, object]:
    return {"article": article.key, "language": article.language, "version": article.version}


@app.command("check")
def check(context: typer.Context) -> None:
    """Find stale numbers, dead placeholders and links, missing languages, overdue reviews."""
    from kiosk.cli.checks import show_checks
    from kiosk.policies.checking import CHECKS, check_articles
    from kiosk.policies.flow_text import flow_of

    run = context_of(context)
    with run.services.database.read() as view:
        articles = view.articles.all()
        stored = view.flows.all()
    words = run.words()
    if not articles:
        show_checks(run, [("articles", False, words("policies.check.nothing_here"))])
        return
    flows = [flow for one in stored if (flow := flow_of(one)) is not None]
    findings = check_articles(articles, run.services.library(), run.moment(None).date(), flows)
    checks = []
    for name in CHECKS:
        said = [words.show(finding.problem) for finding in findings if finding.check == name]
        checks += [(name, False, sentence) for sentence in said] or [
            (name, True, words("policies.check.none"))
        ]
    show_checks(run, checks)
