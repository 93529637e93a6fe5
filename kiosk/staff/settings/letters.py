"""The library's own wordings of letters and receipts at the desk of staff: read, changed, taken back."""

from dataclasses import dataclass

from kiosk.model.clock import Clock
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import SettingsChangedMeanwhile
from kiosk.notices.kinds import KINDS, ON_PAPER, PAPERS, PLACEHOLDERS
from kiosk.notices.wording_files import keep_wordings
from kiosk.notices.wordings import Worded, check_wording, filled, in_effect, usual
from kiosk.staff.rights import Right, needs
from kiosk.staff.settings.leaves import Difference
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database
from kiosk.words import Wording, wording


@dataclass(frozen=True, slots=True)
class Letter:
    """A wording as it stands, with the one that comes with the program."""

    worded: Worded
    usual: Worded


class LetterDesk:
    """What staff do with the wordings of letters, receipts and slips, one kind and language at a time."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @needs(Right.RULES_SEE)
    def all(self, by: SignedIn) -> tuple[Letter, ...]:
        """Return every kind in every language of the library."""
        with self._database.read() as view:
            languages = view.library.load().languages
            worded = (in_effect(view, kind, one) for kind in (*KINDS, *PAPERS) for one in languages)
            return tuple(Letter(one, usual(one.kind, one.language)) for one in worded)

    @needs(Right.SETTINGS_EDIT)
    def save(self, by: SignedIn, opened: Worded, subject: str, body: str) -> Worded:
        """Keep a wording; one like the program's is the program's again.

        Raises TemplateInvalid, and SettingsChangedMeanwhile where it no longer stands as it was opened.
        """
        wanted = Worded(opened.kind, opened.language, subject.strip(), body.strip() + "\n", own=True)
        check_wording(wanted, Problem(f"staff.settings.letter.{opened.kind}"))
        with self._database.act() as work:
            work.attempts.lock([f"letter:{opened.kind}.{opened.language}"], self._clock.now())
            now = in_effect(work, opened.kind, opened.language)
            if texts_of(now) != texts_of(opened):
                raise SettingsChangedMeanwhile(theirs=_differences(opened, now), library=None)
            keep_wordings(work, [wanted], by.account, self._clock.now())
            kept = in_effect(work, opened.kind, opened.language)
            if texts_of(kept) != texts_of(now):
                self._tell(work, by, now, kept)
            work.commit()
        return kept

    def _tell(self, work: Act, by: SignedIn, before: Worded, after: Worded) -> None:
        told = {"kind": before.kind, "language": before.language}
        details = {**told, "before": texts_of(before), "after": texts_of(after)}
        work.audit.write(
            at=self._clock.now(), account=by.account, act="letters.change", subject="library", details=details
        )


def places_of(kind: str) -> tuple[str, ...]:
    """Return what a wording of the kind may have filled in."""
    return ON_PAPER if kind in PAPERS else PLACEHOLDERS


def sample(worded: Worded, library: str, contact: str) -> str:
    """Return the wording filled with made-up items, as it would be read."""
    words = wording(worded.language)
    items = "\n".join(f"– {words(f'staff.settings.letter.sample.{n}')}" for n in (1, 2))
    values = {"library": library, "items": items, "n": "2", "contact": contact}
    return f"{filled(worded.subject, values)}\n\n{filled(worded.body, values).strip()}"


def letter_label(kind: str, words: Wording) -> str:
    """Return what a kind of letter or paper is called."""
    return words(f"staff.settings.letter.{kind}")


def texts_of(worded: Worded) -> dict[str, str]:
    """Return what somebody writes of a wording: its subject and its body."""
    return {"subject": worded.subject, "body": worded.body.strip()}


def _differences(opened: Worded, now: Worded) -> tuple[Difference, ...]:
    before, after = texts_of(opened), texts_of(now)
    where = ("letter", f"{opened.kind}.{opened.language}")
    return tuple(Difference((*where, key), before[key], after[key]) for key in before)
