"""Commands for what staff answer often: reply templates, by name and language."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.context import context_of
from kiosk.cli.system_user import system_user

if TYPE_CHECKING:
    from kiosk.storage import Template

app = typer.Typer(
    no_args_is_help=True,
    help="Reply templates: list, save, remove, try. Used by: requests decide NUMBER done --template NAME.",
)


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the templates with their texts."""
    run = context_of(context)
    rows = [_document(one) for one in run.services.reply_templates.all()]
    lines = [f"{row['name']} ({row['language']}): {row['text']}" for row in rows]
    run.result({"templates": rows}, "\n".join(lines) or run.words()("reply.template.none"))


@app.command("save")
def save(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Small letters, digits, - and _.")],
    language: Annotated[str, typer.Argument(help="One of the library's, such as de.")],
    text: Annotated[
        str, typer.Argument(help="Places are filled in: {name}, {question}, {library}, {contact}.")
    ],
) -> None:
    """Keep a template; one of the same name and language is replaced."""
    run = context_of(context)
    kept = run.services.reply_templates.save(
        name, language, text, by=system_user(), at=run.services.clock.now()
    )
    run.result(_document(kept), run.words()("reply.template.saved", name=_document(kept)["name"]))


@app.command("remove")
def remove(
    context: typer.Context,
    name: str,
    language: Annotated[str | None, typer.Option("--language", help="Only this one (all).")] = None,
) -> None:
    """Remove a template."""
    run = context_of(context)
    document = {"removed": run.services.reply_templates.remove(name, language)}
    run.result(document, run.words()("reply.template.removed", count=document["removed"]))


@app.command("try")
def try_(context: typer.Context, name: str, number: str) -> None:
    """Show what would be answered to a request; nothing is sent."""
    run = context_of(context)
    text = run.services.reply_templates.filled(name, number)
    run.result({"text": text}, text)


def _document(template: "Template") -> dict[str, Any]:
    from kiosk.membership.reply_templates import name_of

    return {"name": name_of(template), "language": template.language, "text": template.body}
