"""Commands for questions and the library's answers."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of

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
    from kiosk.policies.folders import load_articles

    run = context_of(context)
    loaded = load_articles(run.services.database, folder, by="policies load", at=run.services.clock.now())
    document = {
        "loaded": True,
        "articles": loaded.count,
        "flows": loaded.flows,
        "changed": loaded.changed,
    }
    run.result(document, run.words()("policies.loaded", count=loaded.count))


@app.command("dump")
def dump(context: typer.Context, folder: Annotated[Path, typer.Argument()]) -> None:
    """Write the articles to a folder, from which they load back the same."""
    from kiosk.policies.folders import dump_articles

    run = context_of(context)
    count = dump_articles(run.services.database, folder)
    document = {"folder": str(folder), "articles": count}
    run.result(document, run.words()("policies.dumped", count=count, folder=folder))


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
