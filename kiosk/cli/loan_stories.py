"""Shows an open loan with what decided it, as JSON or in words."""

from kiosk.cli.context import CommandContext
from kiosk.membership.loan_story import LoanStory
from kiosk.model.money import Money


def story_document(run: CommandContext, story: LoanStory) -> dict[str, object]:
    """Return the loan with every rule value that was kept, and when it decided."""
    loan, zone = story.loan, _zone(story)
    nothing = Money.zero(story.library.currency)
    return {
        "barcode": story.barcode,
        "title": story.title,
        "lent_at": run.time(loan.lent_at, zone),
        "due_at": run.time(loan.due_at, zone),
        "renewals_used": loan.renewals_used,
        "loan_fee": (loan.loan_fee or nothing).decimal(),
        "fine_booked": (loan.fine_booked or nothing).decimal(),
        "fine_so_far": story.fine_so_far.decimal(),
        "decided": [
            {"at": run.time(decided.at, zone), "act": _act(story, number), "rules": decided.values}
            for number, decided in enumerate(story.decided)
        ],
    }


def story_text(run: CommandContext, story: LoanStory) -> str:
    """Return the same in words, for a person at the command line."""
    words = run.words(_zone(story))
    lines = [
        words("loan.story", title=story.title, lent=story.loan.lent_at, due=story.loan.due_at),
        words("loan.fine_so_far", fine=story.fine_so_far),
    ]
    for decided in story.decided:
        lines.append(words("loan.decided", at=decided.at))
        lines += [
            words("explain.rule", name=name, value=words.show(kept["value"]), row=kept["row"] or "–")
            for name, kept in decided.values.items()
        ]
    return "\n".join(lines)


def _zone(story: LoanStory) -> str:
    branch = story.library.branch(story.item_branch)
    return branch.calendar.time_zone if branch else story.library.time_zone


def _act(story: LoanStory, number: int) -> str:
    """Return what was decided: a loan from before values were kept begins with a renewal."""
    first = number == 0 and story.decided[0].at == story.loan.lent_at
    return "checkout" if first else "renew"
