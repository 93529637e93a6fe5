"""Signs patrons in, on whichever page wants to know who it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.services import Services
from kiosk.ui.patron.code_reading import Recognised, is_same_card, recognise
from kiosk.ui.patron.errands import Errand, PinAnswer, check_pin
from kiosk.ui.patron.flows import signing_in as flow
from kiosk.ui.patron.flows.account_pin import NewPinFirst
from kiosk.ui.patron.flows.codes import Cardholder, CodeKind
from kiosk.ui.patron.sign_in_state import sign_in_state
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.view_models.sign_in import SignInViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.shared.jobs import Jobs

PAGE = "sign_in"


class SignInPresenter(QObject):
    """Ask for a card, and for its PIN where it is wanted: for borrow, account, holds or details.

    The visit tells for which of them it is. A PIN given once is good for the whole visit. `entered` tells
    for which purpose somebody was let in. Whoever gives a PIN that staff made up is let in once it is
    changed: `newPinWanted` asks for that with a NewPinFirst. `misread` tells of what is no card at all.
    """

    entered = Signal(str)
    newPinWanted = Signal(object)
    misread = Signal()

    def __init__(
        self,
        view_model: SignInViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._flow = flow.SigningIn()
        self._purpose = "borrow"
        self._proved: set[str] = set()
        self._generation = 0
        self._errand: Errand | None = None
        self._made_up_pin = ""  # while its card is about to be let in
        view_model.cardTyped.connect(self._card_typed)
        view_model.pinTyped.connect(self._pin_typed)
        view_model.otherCardRequested.connect(self._other_card)
        shell.routeChanged.connect(self._page_changed)
        visit.closed.connect(self._forget)
        visit.changed.connect(self._show)
        self._show()

    # What other presenters ask.

    def ready(self, purpose: str) -> bool:
        """Tell whether the visit's card may do that without being asked again."""
        card = self._visit.card
        return card is not None and (card in self._proved or not self._visit.asks_pin_for(purpose))

    def knows_owner(self, card: str) -> bool:
        """Tell whether whoever uses a card of the visit is its owner, as far as a PIN can tell."""
        return card in self._proved or any(one.card == card and not one.has_pin for one in self._visit.cards)

    def ask(self, purpose: str) -> None:
        """Begin to ask for what is missing; what is under way for the same purpose goes on."""
        if purpose == self._purpose and self._flow.step is not flow.SignInStep.IN and self._flow.turn:
            self._show()
            return
        self._purpose = purpose
        turn = self._flow.turn
        begun = flow.begin(asks_pin=self._visit.asks_pin_for(purpose), card=self._visit.card)
        self._flow = flow.from_turn(begun, turn)
        self._show()

    def require(self, purpose: str, then: Callable[[], None]) -> None:
        """Do it now if the visit's card may, else ask on a page of its own and do it after."""
        if self.ready(purpose):
            then()
            return
        self._purpose = ""
        self.ask(purpose)
        self._errand = Errand(then)
        self._shell.open(PAGE)

    def ask_pin_of(self, code: str, meanwhile: Callable[[str], bool]) -> None:
        """Ask on a page of its own for the PIN of what may be a card, known or not, and begin its visit.

        Whatever is read instead of the PIN goes back to the page beneath, and there to `meanwhile`.
        """
        self._ask_pin(code, Errand(self._begin_section, doubted=True, meanwhile=meanwhile))

    def admit(
        self,
        code: str,
        holder: Cardholder | None,
        admitted: Callable[[SignedIn], None],
        left: Callable[[bool], None],
    ) -> None:
        """Tell whose another card is, after its PIN where Borrow asks for one; no visit changes by that.

        If it is not let in, `left` is told whether it was reported lost.
        """
        if self.asks_pin_at_once:
            self._ask_pin(code, Errand(doubted=True, admitted=admitted, left=left))
        elif holder is None or holder.lost:
            left(holder is not None)
        else:
            admitted(SignedIn.of(holder))

    def begin_visit(self, signed_in: SignedIn) -> None:
        """End the visit that is on and begin that of a card let in already; its PIN stays proved."""
        proved = signed_in.card in self._proved
        self._visit.sign_in(signed_in)
        if proved:
            self._proved.add(signed_in.card)

    def _ask_pin(self, code: str, errand: Errand) -> None:
        self._purpose = self._first_page
        self._flow = flow.from_turn(flow.begin(asks_pin=True, card=code), self._flow.turn)
        self._errand = errand
        self._shell.open(PAGE)
        self._show()

    def begin_with_card(self, card: str, known: Recognised | None = None) -> None:
        """Begin the visit of a card shown on any page; a card's own second scan changes nothing.

        What is known of the code already is not looked up again.
        """
        mine = next((one.card for one in self._visit.cards if is_same_card(one.card, card)), None)
        if mine is not None:
            self._visit.turn_to(mine)
            self._shell.openSection(self._first_page)
            return
        self._visit.make_way()
        self._shell.openSection(self._first_page)
        self._purpose = ""
        self.ask(self._first_page)
        if known is None:
            self.scanned(card)
            return
        self._flow, _look_up = flow.advance(self._flow, flow.CardRead(card))
        self._advance(flow.CardAnswered(self._flow.turn, known.kind, known.holder))

    def scanned(self, code: str) -> bool:
        """Take a card from the reader."""
        errand = self._errand
        if errand is not None and errand.meanwhile is not None and self._shell.route.page == PAGE:
            self._shell.back()
            return errand.meanwhile(code)
        self._card_typed(code)
        return True

    def garbled(self) -> bool:
        """Say that it could not be read."""
        self._advance(flow.ReadBadly())
        return True

    @property
    def asks_pin_at_once(self) -> bool:
        """Tell whether a card shown anywhere is asked for its PIN before anything else."""
        return self._visit.asks_pin_for(self._first_page)

    @property
    def _first_page(self) -> str:
        return "borrow" if "borrow" in self._visit.profile.functions else "account"

    # What happens.

    def _pin_typed(self, pin: str) -> None:
        self._advance(flow.PinTyped(pin))

    def _card_typed(self, code: str) -> None:
        self._advance(flow.CardRead(code))

    def _other_card(self) -> None:
        if self._visit.card is not None and (self._errand is None or not self._errand.doubted):
            self._visit.end()
        self._advance(flow.OtherCard())

    def _page_changed(self) -> None:
        if self._shell.route.page == PAGE or self._errand is None:
            return
        if self._errand.doubted and self._flow.step is not flow.SignInStep.IN:
            # Whose card it might have been is not asked for anywhere else.
            self._flow = self._begun_anew()
        left, self._errand = self._errand.left, None
        self._show()
        if left is not None:
            left(False)

    def _forget(self) -> None:
        self._generation += 1
        self._proved.clear()
        self._errand = None
        self._flow = self._begun_anew()
        self._show()

    def _advance(self, event: flow.SignInEvent) -> None:
        self._flow, effects = flow.advance(self._flow, event)
        self._show()
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: flow.SignInEffect) -> None:
        match effect:
            case flow.FindCard(turn, code):
                self._find_card(turn, code)
            case flow.CheckPin(turn, card, pin):
                self._check_pin(turn, card, pin)
            case flow.LetIn(holder, proved):
                self._let_in(holder, proved=proved)

    def _find_card(self, turn: int, code: str) -> None:
        generation = self._generation

        def done(known: Recognised) -> None:
            if generation == self._generation:
                self._advance(flow.CardAnswered(turn, known.kind, known.holder))
                if known.kind is CodeKind.NOTHING:
                    self.misread.emit()

        self._jobs.parallel(lambda: recognise(self._services, code), done, self._failed(turn))

    def _check_pin(self, turn: int, card: str, pin: str) -> None:
        generation, at = self._generation, self._visit.now()

        def done(answer: PinAnswer) -> None:
            if generation == self._generation:
                made_up = answer.holder is not None and answer.holder.made_up_pin
                self._made_up_pin = pin if made_up else ""
                self._advance(flow.PinAnswered(turn, answer.state, answer.locked_until, answer.holder))
                self._made_up_pin = ""

        self._jobs.serial(lambda: check_pin(self._services, card, pin, at), done, self._failed(turn))

    def _failed(self, turn: int) -> Callable[[Exception], None]:
        generation = self._generation

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._advance(flow.AskingFailed(turn, error))

        return failed

    def _let_in(self, holder: Cardholder, *, proved: bool) -> None:
        errand, purpose = self._errand, self._purpose
        self._errand = None
        if not self._made_up_pin:
            self._welcome(holder, errand, purpose, proved=proved)
            return

        def left() -> None:
            if errand is not None and errand.left is not None:
                errand.left(False)

        def then() -> None:
            self._welcome(holder, errand, purpose, proved=True)

        self.newPinWanted.emit(NewPinFirst(holder.card, self._made_up_pin, then, left))

    def _welcome(self, holder: Cardholder, errand: Errand | None, purpose: str, *, proved: bool) -> None:
        signed_in = SignedIn.of(holder)
        admitted = errand.admitted if errand is not None else None
        if admitted is None:
            if errand is not None and errand.doubted:
                self._visit.make_way()
            self._visit.sign_in(signed_in)
        if proved:
            self._proved.add(holder.card)
        if self._shell.route.page in (PAGE, "settings_pin"):
            self._shell.back()
        self.entered.emit(purpose)
        if admitted is not None:
            admitted(signed_in)
        elif errand is not None:
            errand.then()

    def _begin_section(self) -> None:
        self._shell.openSection(self._first_page)

    def _begun_anew(self) -> flow.SigningIn:
        """Ask for any card, as before anybody came."""
        return flow.from_turn(flow.begin(asks_pin=self._visit.asks_pin_for(self._purpose)), self._flow.turn)

    def _show(self) -> None:
        doubted = self._errand is not None and self._errand.doubted
        purpose, words = self._purpose or "borrow", self._visit.words
        self._view_model.show(sign_in_state(self._flow, purpose, words, doubted=doubted))
