"""One patron's time at the kiosk: whose card, which language, and what may be done here."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from kiosk.catalog.finding import Asker
from kiosk.model.clock import Clock
from kiosk.model.library import KioskProfile, Library
from kiosk.model.outcome import ActBy
from kiosk.ui.patron.flows.codes import Cardholder
from kiosk.words import Wording, forget_written, wording

DETAILS = "details"  # who a patron is and what is kept: for whoever finds a card, the account is enough


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The card of this visit, how its owner is shown – first name and initial – and their own language."""

    card: str
    name: str
    category: str
    language: str | None = None
    has_pin: bool = False

    @classmethod
    def of(cls, holder: Cardholder) -> "SignedIn":
        """Take over what a public screen may know of whose card it is."""
        return cls(holder.card, holder.name, holder.category, holder.language, holder.has_pin)


class Visit(QObject):
    """Hold what lasts from the first touch to the last, on one card or several.

    `ended` tells every page to forget what it shows: at the end, and when it is another card's turn.
    `closed` tells that the whole visit is over, with all its cards.

    Lives in the GUI thread. `changed` tells of another card or language; nothing here asks the database.
    """

    changed = Signal()
    ended = Signal()
    closed = Signal()

    def __init__(
        self,
        library: Library,
        profile: KioskProfile,
        clock: Clock,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.profile = profile
        self.clock = clock
        self._first_language = language
        self._language = language
        self._chosen = False
        self._signed_in: SignedIn | None = None
        self._cards: tuple[SignedIn, ...] = ()
        self._unfinished: dict[str, str] = {}
        self._settled: dict[str, str] = {}

    @property
    def words(self) -> Wording:
        """Give the words of the visit's language, times told in the branch's zone."""
        branch = self.library.branch(self.profile.branch)
        zone = branch.calendar.time_zone if branch else self.library.time_zone
        return wording(self._language, zone, self.library.languages)

    @property
    def language(self) -> str:
        """Give the code of the language spoken."""
        return self._language

    @property
    def first_language(self) -> str:
        """Give the code of the language in which every visit begins."""
        return self._first_language

    @property
    def signed_in(self) -> SignedIn | None:
        """Give the card of this visit, None while nobody has shown one."""
        return self._signed_in

    @property
    def card(self) -> str | None:
        """Give the card's number, None while nobody has shown one."""
        return self._signed_in.card if self._signed_in else None

    def asks_pin_for(self, purpose: str) -> bool:
        """Tell whether the card's PIN is wanted for that: details always, where the card has one.

        A kiosk that asks for PINs at all asks before it looks for a card: only so does nobody learn which
        numbers are cards.
        """
        own = purpose == DETAILS and self._signed_in is not None and self._signed_in.has_pin
        return own or bool(self.profile.pin_for)

    def now(self) -> datetime:
        """Give the present moment."""
        return self.clock.now()

    def asker(self) -> Asker:
        """Say who looks: this visit's card, here and now."""
        return Asker(self.now(), self.profile.branch, self.card)

    def by(self) -> ActBy:
        """Say who acts: a patron at this kiosk, now."""
        return ActBy(self.now(), self.profile.branch, self.profile.functions)

    def leave_open(self, page: str, sentence: str) -> None:
        """Note what a page would lose if the visit ended now; an empty sentence takes the note back."""
        self._unfinished[page] = sentence

    def unfinished(self) -> str:
        """Say what would be lost, empty for nothing."""
        return " ".join(filter(None, self._unfinished.values()))

    def settle(self, page: str, sentence: str) -> None:
        """Note what a page has done that stays done if the visit ended now; an empty one takes it back."""
        self._settled[page] = sentence

    def settled(self) -> str:
        """Say what is done and stays done, empty for nothing."""
        return " ".join(filter(None, self._settled.values()))

    def speak(self, language: str) -> None:
        """Speak the language chosen for the rest of the visit, whoever signs in."""
        self._chosen = True
        if language != self._language:
            self._language = language
            self.changed.emit()

    @property
    def cards(self) -> tuple[SignedIn, ...]:
        """Give all cards of this visit, in the order in which they came."""
        return self._cards

    def join(self, signed_in: SignedIn) -> None:
        """Take another card into the visit, and make it that card's turn."""
        if all(one.card != signed_in.card for one in self._cards):
            self._cards = (*self._cards, signed_in)
        self.turn_to(signed_in.card)

    def turn_to(self, card: str) -> None:
        """Make it the turn of a card of this visit; what pages show of the one before is forgotten."""
        mine = next((one for one in self._cards if one.card == card), None)
        if mine is None or mine == self._signed_in:
            return
        self._signed_in = mine
        self.ended.emit()
        self.changed.emit()

    def sign_in(self, signed_in: SignedIn) -> None:
        """Begin this card's visit, in its owner's language unless another was chosen; others' end first."""
        if any(one.card == signed_in.card for one in self._cards):
            self.turn_to(signed_in.card)
        else:
            if self._signed_in is not None:
                self.end()
            self._signed_in = signed_in
            self._cards = (signed_in,)
            if not self._chosen and signed_in.language in self.profile.languages:
                self._language = signed_in.language
        self.changed.emit()

    def make_way(self) -> None:
        """End what was done before a card was shown; a language chosen by nobody else stays chosen."""
        chosen = self._language if self._chosen and self._signed_in is None else None
        self.end()
        if chosen is not None:
            self.speak(chosen)

    def end(self) -> None:
        """Forget cards and language; every page forgets what it shows."""
        self._signed_in = None
        self._cards = ()
        self._language = self._first_language
        self._chosen = False
        self._unfinished.clear()
        self._settled.clear()
        self.closed.emit()
        self.ended.emit()
        forget_written()
        self.changed.emit()
