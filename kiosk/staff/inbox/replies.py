"""What staff answer often: templates, filled in for a message, written and changed by several."""

from datetime import datetime

from kiosk.decisions import Decider
from kiosk.membership.reply_templates import ReplyTemplates, name_of, new_template
from kiosk.model.errors import ReplyTemplateUnknown
from kiosk.model.staff_errors import TemplateChangedMeanwhile
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, Template


class Replies:
    """Lists, fills in and changes reply templates; a change of another's is never overwritten unseen."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider
        self._templates = ReplyTemplates(database, decider)

    @needs(Right.MESSAGES)
    def all(self, by: SignedIn) -> tuple[Template, ...]:
        """Return all templates by name and language."""
        return self._templates.all()

    @needs(Right.MESSAGES)
    def filled(self, by: SignedIn, name: str, number: str) -> str:
        """Return a template as the answer to a message; raises RequestUnknown, ReplyTemplateUnknown."""
        return self._templates.filled(name, number)

    @needs(Right.MESSAGES)
    def save(
        self, by: SignedIn, name: str, language: str, text: str, *, seen: Template | None, at: datetime
    ) -> Template:
        """Keep a template in place of the one ``seen``, None for a new one.

        Raises ReplyTemplateInvalid, TemplateChangedMeanwhile.
        """
        with self._database.act() as work:
            languages = self._decider.libraries.current(work).languages
            kept = new_template(name, language, text, languages, by=by.account, at=at)
            before = _unchanged(work, kept, seen, at)
            if before is None or before.body != kept.body:
                work.templates.save(kept)
                _note(work, by, at, "template_saved", kept, before.body if before else None, kept.body)
            work.commit()
        return kept

    @needs(Right.MESSAGES)
    def remove(self, by: SignedIn, seen: Template, *, at: datetime) -> None:
        """Remove a template in its language; raises ReplyTemplateUnknown, TemplateChangedMeanwhile."""
        with self._database.act() as work:
            before = _unchanged(work, seen, seen, at)
            if before is None:
                raise ReplyTemplateUnknown(name=name_of(seen), known="–")
            work.templates.reset(seen.kind, seen.language, seen.channel)
            _note(work, by, at, "template_removed", seen, before.body, None)
            work.commit()


def _unchanged(work: Act, wanted: Template, seen: Template | None, at: datetime) -> Template | None:
    """Return the template as it is, nobody else changing it before the act ends.

    Raises TemplateChangedMeanwhile where that is not what was seen.
    """
    work.attempts.lock([f"template:{wanted.kind}.{wanted.language}"], at)
    there = work.templates.get(wanted.kind, wanted.language, wanted.channel)
    if (there and there.body) != (seen and seen.body):
        raise TemplateChangedMeanwhile(
            name=name_of(wanted), language=wanted.language, by=there.changed_by if there else ""
        )
    return there


def _note(
    work: Act, by: SignedIn, at: datetime, act: str, about: Template, before: str | None, after: str | None
) -> None:
    details = {"name": name_of(about), "language": about.language, "before": before, "after": after}
    work.audit.write(at=at, account=by.account, act=act, subject="template", details=details)
