"""Shows a card's ledger, as JSON or in words."""

from kiosk.cli.context import CommandContext
from kiosk.membership.card_ledger import CardLedger, LedgerLine


def ledger_document(run: CommandContext, ledger: CardLedger) -> dict[str, object]:
    """Return every line with its balance, and what is owed in all."""
    return {
        "owed": ledger.owed.decimal(),
        "running": ledger.running.decimal(),
        "owes": (ledger.owed + ledger.running).decimal(),
        "lines": [
            {
                "date": run.time(line.at, ledger.library.time_zone),
                "entry": str(line.settled) if line.settled else "charge",
                "kind": str(line.kind),
                "amount": line.amount.decimal(),
                "balance": line.balance.decimal(),
                "title": line.title,
                "note": line.note,
                "method": str(line.method) if line.method else None,
            }
            for line in ledger.lines
        ],
    }


def ledger_text(run: CommandContext, ledger: CardLedger) -> str:
    """Return the same in words, for a person at the command line."""
    words = run.words(ledger.library.time_zone)
    lines = [_told(run, ledger, line) for line in ledger.lines]
    lines.append(words("ledger.owed", owed=ledger.owed, running=ledger.running))
    return "\n".join(lines)


def _told(run: CommandContext, ledger: CardLedger, line: LedgerLine) -> str:
    words = run.words(ledger.library.time_zone)
    entry = words(f"ledger.{line.settled or 'charge'}", kind=words(f"ledger.kind.{line.kind}"))
    what = "  ".join(filter(None, (entry, line.title, line.note)))
    return words("ledger.line", day=words.day(line.at), what=what, amount=line.amount, balance=line.balance)
