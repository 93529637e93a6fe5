"""What patrons change about their own card: report it lost, language, notices, history."""

from datetime import datetime

from kiosk.decisions import Decider
from kiosk.model.decision import LoanFacts
from kiosk.model.errors import CardTaken, CardUnknown, HistoryNotKept, LanguageUnknown
from kiosk.model.patron import Patron
from kiosk.storage import Act, Database, PatronFile, View

_LONGEST = 64  # characters of a card number; no card has room for more


class SelfService:
    """Does at once what needs nobody's consent; whatever is so already stays so.

    With ``by`` the act is one of staff, and audited.
    """

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def report_lost(self, card: str, at: datetime, *, by: str | None = None) -> None:
        """Close a card to whoever finds it; CardUnknown, but not for a number that was replaced already."""
        with self._database.act() as work:
            patron = work.patrons.of_number(card)
            if patron is None:
                raise CardUnknown(card=card)
            if patron.card_lost:
                return
            work.patrons.set_card_lost(patron.id, True)
            _audited(work, "card_lost", patron, by, at)
            work.commit()

    def report_found(self, card: str, at: datetime, *, by: str) -> None:
        """Open a lost card again, by staff who have seen whose it is; CardUnknown."""
        with self._database.act() as work:
            patron = _known(work, card)
            if not patron.card_lost:
                return
            work.patrons.set_card_lost(patron.id, False)
            _audited(work, "card_found", patron, by, at)
            work.commit()

    def replace_card(
        self, card: str, at: datetime, *, by: str, new: str | None = None, act_id: str | None = None
    ) -> str:
        """Give a patron another card, of the next number where none is named; return it.

        The one before is lost for good, and told so wherever it is read. ``card`` may be one that was
        replaced before. Raises CardUnknown, CardTaken, NoCardNumberLeft.
        """
        with self._database.act() as work:
            if new is not None:
                if not _can_be_a_card(new):
                    raise CardTaken(card=" ".join(new.split())[:_LONGEST])
                work.card_numbers.hold()
            number = new or work.card_numbers.draw(self._decider.libraries.current(work).card_format)
            found = work.patrons.of_number(card)
            if found is None:
                raise CardUnknown(card=card)
            patron = work.patrons.lock(found.id)
            if act_id is not None:
                if work.acts_done.knows(act_id):
                    return patron.card
                work.acts_done.remember(act_id, at)
            work.patrons.set_card_lost(patron.id, True)
            if not work.patrons.change_card(patron.id, number, at):
                raise CardTaken(card=number)
            _audited(work, "card_replaced", patron, by, at)
            work.commit()
        return number

    def speak(self, card: str, language: str | None) -> None:
        """Speak to the patron in one of the library's languages; None: in its first. LanguageUnknown."""
        with self._database.act() as work:
            patron, known = _known(work, card), self._decider.libraries.current(work).languages
            wanted = language.casefold() if language else None
            if wanted is not None and wanted not in known:
                raise LanguageUnknown(language=language, known=", ".join(known))
            work.patrons.set_language(patron.id, wanted)
            work.commit()

    def send_notices(self, card: str, *, by_email: bool) -> None:
        """Say whether the patron wants e-mails."""
        with self._database.act() as work:
            work.patrons.set_notices_by(_known(work, card).id, "email" if by_email else "none")
            work.commit()

    def keep_history(self, card: str, keep: bool) -> None:
        """Keep loans that end from now on; without it, forget at once those that nothing else keeps."""
        with self._database.act() as work:
            work.patrons.keep_history(work.patrons.lock(_known(work, card).id).id, keep)
            work.commit()

    def past_loans(self, card: str, limit: int = 50, offset: int = 0) -> tuple[LoanFacts, ...]:
        """Return loans that are over, the latest first; HistoryNotKept unless the patron chose so."""
        with self._database.read() as view:
            patron = _known(view, card)
            if not patron.keeps_history:
                raise HistoryNotKept
            return view.loans.history(patron.id, limit, offset)

    def file(self, card: str) -> PatronFile:
        """Return everything that is kept about the person with that card."""
        with self._database.read() as view:
            return view.patrons.export(_known(view, card).id)


def _can_be_a_card(number: str) -> bool:
    return 0 < len(number.strip()) <= _LONGEST and number.isprintable()


def _known(view: View, card: str) -> Patron:
    patron = view.patrons.by_card(card)
    if patron is None:
        raise CardUnknown(card=card)
    return patron


def _audited(work: Act, act: str, patron: Patron, by: str | None, at: datetime) -> None:
    if by is not None:
        work.audit.write(at=at, account=by, act=act, subject="patron", subject_id=patron.id)
