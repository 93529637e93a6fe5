"""Commands for what patrons ask staff to do."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.context import CommandContext, context_of
from kiosk.cli.system_user import system_user
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState

if TYPE_CHECKING:
    from kiosk.storage import PatronRequest

app = typer.Typer(no_args_is_help=True, help="Requests: make, follow, list, show, decide.")

At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]


@app.command("make")
def make(
    context: typer.Context,
    kind: RequestKind,
    fields: Annotated[list[str] | None, typer.Argument(help="Such as title=Solaris author=Lem.")] = None,
    card: Annotated[str | None, typer.Option("--card", help="Whose request it is.")] = None,
    branch: Annotated[str | None, typer.Option("--branch", help="Where: a branch's code.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="In which to answer.")] = None,
    email: Annotated[str | None, typer.Option("--email", help="Where to answer.")] = None,
    kiosk: Annotated[str | None, typer.Option("--kiosk", help="At which kiosk: its limits hold.")] = None,
    screen: Annotated[str, typer.Option("--screen", help="On which of its screens.")] = "",
    question: Annotated[str, typer.Option("--question", help="What was asked before.")] = "",
    article: Annotated[str, typer.Option("--article", help="The article that did not help.")] = "",
    at: At = None,
) -> None:
    """Make a request; its number tells whoever knows it where it stands."""
    from kiosk.model.request_origin import Origin

    run = context_of(context)
    details = {}
    for field in fields or ():
        name, equals, value = field.partition("=")
        if not equals:
            raise typer.BadParameter(f"{field}: write FIELD=VALUE, such as title=Solaris.")
        details[name.strip()] = value
    made = run.services.requests.make(
        kind,
        details,
        at=run.moment(at),
        card=card,
        branch=run.branch(branch),
        language=language,
        email=email,
        origin=Origin(kiosk or "", screen, question, article),
    )
    _show_status(run, made.number)


@app.command("status")
def status(context: typer.Context, number: str) -> None:
    """Tell where a request stands, by its number alone; nothing of who asked for what."""
    _show_status(context_of(context), number)


@app.command("list")
def list_(
    context: typer.Context,
    kind: Annotated[RequestKind | None, typer.Option("--kind")] = None,
    over: Annotated[bool, typer.Option("--all", help="Also those that are over.")] = False,
) -> None:
    """List requests, the oldest first."""
    run = context_of(context)
    found = run.services.requests.waiting(kind, over=over)
    lines = [_line(run, request) for request in found] or [run.words()("request.none")]
    run.result({"requests": [_staff_document(run, request) for request in found]}, "\n".join(lines))


@app.command("show")
def show(context: typer.Context, number: str) -> None:
    """Show a request with its steps and what it may become, for staff."""
    run = context_of(context)
    words, file = run.words(), run.services.requests.show(number)
    document = _staff_document(run, file.request) | {
        "card": file.patron.card if file.patron else None,
        "steps": [
            {"date": _time(run, step.at), "state": step.state, "note": step.note, "by": step.by}
            for step in file.steps
        ],
        "next_states": [state.value for state in file.next_states],
    }
    lines = [_line(run, file.request)]
    lines += [f"  {name}: {value}" for name, value in file.request.details.items()]
    lines += [
        words(
            "request.step",
            day=words.day(step.at),
            state=words(f"request.state.{step.state}"),
            by=step.by,
            note=step.note or "",
        ).rstrip()
        for step in file.steps
    ]
    states = ", ".join(state.value for state in file.next_states)
    lines += [words("request.may_become", states=states)] if states else []
    run.result(document, "\n".join(lines))


@app.command("decide")
def decide(
    context: typer.Context,
    number: str,
    state: RequestState,
    note: Annotated[str | None, typer.Option("--note", help="Told to who asked.")] = None,
    next_step: Annotated[
        str | None, typer.Option("--next-step", help="Told to whoever has the number.")
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", help="A reply template, told before the note.")
    ] = None,
    at: At = None,
) -> None:
    """Bring a request a step on; done, contact details change, a card is confirmed, a person forgotten."""
    from kiosk.own_files import forget_papers_of_erased

    run = context_of(context)
    if template is not None:
        reply = run.services.reply_templates.filled(template, number)
        note = f"{reply}\n\n{note}" if note else reply
    decided = run.services.requests.decide(
        number, state, by=system_user(), at=run.moment(at), note=note, next_step=next_step
    )
    forget_papers_of_erased(run.services)
    run.result(request_document(run, decided), _line(run, decided))


@app.command("withdraw")
def withdraw(context: typer.Context, card: str, number: str, at: At = None) -> None:
    """Take a request back for the patron who made it."""
    run = context_of(context)
    taken = run.services.requests.withdraw(card, number, at=run.moment(at))
    run.result(request_document(run, taken), _line(run, taken))


def request_document(run: CommandContext, request: "PatronRequest") -> dict[str, Any]:
    """Return a request as the contract's JSON has it, for staff and for who made it."""
    from kiosk.model.request_number import shown_request_number

    return {
        "number": shown_request_number(request.number),
        "kind": request.kind,
        "date": _time(run, request.at),
        "details": dict(request.details),
        "state": request.state,
        "next_step": _next_step(run, request.state, request.next_step),
        "answer": request.answer,
        "decided_at": _time(run, request.decided_at) if request.decided_at else None,
    }


def _staff_document(run: CommandContext, request: "PatronRequest") -> dict[str, Any]:
    """Return a request with all that staff need to answer it."""
    return request_document(run, request) | {
        "branch": request.branch,
        "language": request.language,
        "email": request.email,
        "with_card": request.patron_id is not None,
    }


def _show_status(run: CommandContext, number: str) -> None:
    found = run.services.requests.status(number)
    following = _next_step(run, found.state.value, found.next_step)
    document = {
        "number": found.number,
        "kind": found.kind,
        "state": found.state.value,
        "next_step": following,
        "made_at": _time(run, found.made_at),
        "changed_at": _time(run, found.changed_at),
        "answer": found.answer,
        "over": found.over,
    }
    words = run.words()
    line = words(
        "request.line",
        number=found.number,
        day=words.day(found.made_at),
        next=following,
        kind=words(f"request.kind.{found.kind}"),
        state=words(f"request.state.{found.state}"),
    )
    run.result(document, f"{line} {found.answer or ''}".rstrip())


def _line(run: CommandContext, request: "PatronRequest") -> str:
    from kiosk.model.request_number import shown_request_number

    words = run.words()
    return words(
        "request.line",
        number=shown_request_number(request.number),
        day=words.day(request.at),
        kind=words(f"request.kind.{request.kind}"),
        state=words(f"request.state.{request.state}"),
        next=_next_step(run, request.state, request.next_step),
    )


def _next_step(run: CommandContext, state: str, told: str | None) -> str:
    return told or run.words()(f"request.next.{state}")


def _time(run: CommandContext, moment: datetime | None) -> str | None:
    return run.time(moment, run.services.library().time_zone)
