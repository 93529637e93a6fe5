"""Commands for one patron's card: lost, replaced, its PIN, language, history, data."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.context import context_of
from kiosk.cli.system_user import system_user

At = Annotated[str | None, typer.Option("--at", help="When: an ISO time (now).")]


def lost(context: typer.Context, card: str, at: At = None) -> None:
    """Report a card lost: nobody can use it any more."""
    run = context_of(context)
    run.services.self_service.report_lost(card, run.moment(at), by=system_user())
    run.result({"card": card, "lost": True}, run.words()("patrons.lost", card=card))


def found(context: typer.Context, card: str, at: At = None) -> None:
    """Open a card again that was reported lost."""
    run = context_of(context)
    run.services.self_service.report_found(card, run.moment(at), by=system_user())
    run.result({"card": card, "lost": False}, run.words()("patrons.found", card=card))


def replace_card(
    context: typer.Context,
    card: str,
    new: Annotated[str | None, typer.Argument(help="The new number (the library's next).")] = None,
    at: At = None,
) -> None:
    """Give a patron another card; the number before stays lost for good."""
    run = context_of(context)
    given = run.services.self_service.replace_card(card, run.moment(at), by=system_user(), new=new)
    run.result({"card": given, "replaces": card}, run.words()("patrons.replaced", card=given, old=card))


def reset_pin(context: typer.Context, card: str, at: At = None) -> None:
    """Make up a PIN that the patron must change; it is told this once."""
    run = context_of(context)
    pin = run.services.pins.reset_pin(card, by=system_user(), at=run.moment(at))
    document = {"card": card, "pin": pin, "must_change": True}
    run.result(document, run.words()("patrons.pin_reset", card=card, pin=pin))


def change_pin(context: typer.Context, card: str, at: At = None) -> None:
    """Change a PIN by whoever knows it: the old and the new one are read from standard input."""
    from kiosk.model.decision import PinState, Reason, ReasonCode

    run = context_of(context)
    words = run.words()
    old, new = (_typed(words(key)) for key in ("patrons.old_pin_prompt", "patrons.new_pin_prompt"))
    state, until = run.services.pins.change_pin(card, old, new, run.moment(at))
    if state is PinState.RIGHT:
        run.result({"card": card, "changed": True, "reasons": []}, words("patrons.pin_set", card=card))
        return
    code = ReasonCode.CARD_LOCKED if state is PinState.LOCKED else ReasonCode.CARD_WRONG_PIN
    reasons = run.reasons((Reason(code, (("until", until),) if until else ()),))
    run.complain(" ".join(reason["message"] for reason in reasons))
    run.result({"card": card, "changed": False, "reasons": reasons}, "")
    raise typer.Exit(1)


def _typed(prompt: str) -> str:
    """Return what is typed unseen, or stands on the next line of standard input."""
    import getpass
    import sys

    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().strip()


def language(context: typer.Context, card: str, code: str) -> None:
    """Choose the language in which a patron is spoken to."""
    run = context_of(context)
    run.services.self_service.speak(card, code)
    document = {"card": card, "language": code.casefold()}
    run.result(document, run.words()("patrons.language_set", **document))


def history(
    context: typer.Context,
    card: str,
    keep: Annotated[bool | None, typer.Option("--keep/--forget", help="From now on (show).")] = None,
) -> None:
    """Show past loans, if the patron chose to keep them; or choose."""
    run = context_of(context)
    own, words = run.services.self_service, run.words()
    if keep is not None:
        own.keep_history(card, keep)
        told = words("patrons.history_on" if keep else "patrons.history_off", card=card)
        run.result({"card": card, "keeps_history": keep}, told)
        return
    loans = own.past_loans(card, limit=1000)
    zone = run.services.library().time_zone
    document = [
        {
            "barcode": loan.barcode,
            "title": loan.title,
            "lent_at": run.time(loan.loan.lent_at, zone),
            "returned_at": run.time(loan.loan.returned_at, zone),
        }
        for loan in loans
    ]
    lines = [
        words("patrons.history_line", day=words.day(one.loan.lent_at), title=one.title, barcode=one.barcode)
        for one in loans
    ]
    run.result({"loans": document}, "\n".join(lines or [words("patrons.history_empty")]))


def data(
    context: typer.Context,
    card: str,
    text: Annotated[Path | None, typer.Option("--text", help="Also write it to read, to this file.")] = None,
) -> None:
    """Give everything that is kept about a person, to hand it over."""
    from kiosk.cli.files import write_whole
    from kiosk.membership.own_data import own_data
    from kiosk.membership.own_data_text import own_data_text

    run = context_of(context)
    file, library = run.services.self_service.file(card), run.services.library()
    document, readable = own_data(file, library.time_zone), own_data_text(file, library, run.words())
    if text is not None:
        write_whole(text, readable.encode("utf-8"))
    run.result(document, readable)


def erase(context: typer.Context, card: str, at: At = None) -> None:
    """Erase a person; refused while anything is open on the card."""
    from kiosk.own_files import forget_papers_of_erased

    run = context_of(context)
    run.services.erasing(card, by=system_user(), at=run.moment(at))
    forget_papers_of_erased(run.services)
    run.result({"card": card, "erased": True}, run.words()("patrons.erased", card=card))
