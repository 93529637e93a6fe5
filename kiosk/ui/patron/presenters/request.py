"""Takes what somebody asks of the library, with a card or without, and tells by its number how far it is."""

from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_origin import Origin
from kiosk.rules.expecting import expected_at
from kiosk.services import Services
from kiosk.ui.patron.answer_state import Paper
from kiosk.ui.patron.channel_rows import channel_rows
from kiosk.ui.patron.flows import requesting as flow
from kiosk.ui.patron.form_left import FormLeft
from kiosk.ui.patron.late_outcomes import note_late, note_late_failure
from kiosk.ui.patron.presenters.request_lookup import RequestLookup
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_printing import print_paper
from kiosk.ui.patron.request_paper import number_paper
from kiosk.ui.patron.request_state import RequestPaper, request_state
from kiosk.ui.patron.shell_state import Route
from kiosk.ui.patron.view_models.request import RequestViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import SignedIn, Visit
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

PAGE, FORM, DONE, LOOKUP = "request", "request_form", "request_done", "request_lookup"


class RequestPresenter(QObject):
    """Join the pages of requests to the library's; what is typed outlasts a change of kind and Back."""

    def __init__(
        self,
        view_model: RequestViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._sign_in = sign_in
        self._form = flow.RequestForm()
        self._paper = RequestPaper()
        self._generation = 0
        self._begun_at: Origin | None = None
        self._lookup = RequestLookup(services, jobs, self)
        self._lookup.changed.connect(self._show)
        self._left = FormLeft("requests.go_on", shell, self)
        self._listen()
        self._show()

    def _listen(self) -> None:
        view_model = self._view_model
        view_model.kindOpened.connect(self._open_kind)
        view_model.kindChosen.connect(self._choose_kind)
        view_model.lookupOpened.connect(lambda: self._shell.open(LOOKUP))
        view_model.typed.connect(self._typed)
        view_model.sendRequested.connect(self._send)
        view_model.cardRequested.connect(self._use_card)
        view_model.printRequested.connect(self._print)
        view_model.leaveRequested.connect(self._leave)
        view_model.numberTyped.connect(self._lookup.type)
        view_model.numberGiven.connect(self._lookup.ask)
        self._left.lapsed.connect(self._forget)
        self._left.wanted.connect(self._come_back)
        self._shell.routeChanged.connect(self._route_changed)
        self._visit.ended.connect(self._forget)
        self._visit.changed.connect(self._visit_changed)

    # What leads here.

    def open(self) -> None:
        """Show what can be asked for."""
        self._begin()
        self._shell.open(PAGE)

    def ask_to_get(self, **typed: str) -> None:
        """Show the form for a title that the library lacks, with what is known of it: title, author, isbn."""
        self._forget()
        self._begin()
        for name, text in typed.items():
            self._advance(flow.Typed(name, text))
        self._shell.open(FORM)

    def ask_staff(self, question: str, article: str = "") -> None:
        """Show the form for a question that no article answers, or `article` badly, with its words."""
        self._forget()
        self._begin(question, article)
        self._choose_kind(flow.KINDS.index(RequestKind.QUESTION))
        self._advance(flow.Typed("text", question))
        self._shell.open(FORM)

    def _begin(self, question: str = "", article: str = "") -> None:
        """Note where it is begun, which staff are told."""
        self._begun_at = Origin(self._visit.profile.name, self._shell.route.page, question, article)

    # What somebody does.

    def _open_kind(self, kind: int) -> None:
        if self._form.made is not None:
            self._forget()
        self._choose_kind(kind)
        self._shell.open(FORM)

    def _choose_kind(self, kind: int) -> None:
        self._advance(flow.KindChosen(flow.KINDS[kind]))
        self._view_model.refilled.emit()

    def _typed(self, name: str, text: str) -> None:
        self._advance(flow.Typed(name, text))
        self._note()

    def _use_card(self) -> None:
        self._sign_in.require("account", self._show)

    def _send(self) -> None:
        asking = self._asking
        self._advance(flow.SendWanted(str(uuid4()), asking.card if asking is not None else None))

    def _print(self) -> None:
        made, services, generation = self._form.made, self._services, self._generation
        if made is None:
            return
        paper = number_paper(made, self._visit)

        def came(state: Paper, code: str = "") -> None:
            if generation == self._generation:
                self._paper = RequestPaper(state, code)
                self._show()

        came(Paper.PRINTING)
        self._jobs.parallel(
            lambda: print_paper(services, paper),
            lambda _nothing: came(Paper.PRINTED),
            lambda error: came(Paper.FAILED, trouble_behind(error).code),
        )

    def _leave(self) -> None:
        """Go home; whoever says so has noted the number."""
        self._forget()
        self._shell.home()

    # What follows.

    @property
    def _asking(self) -> SignedIn | None:
        """Give whose request it is: whoever could look into the account, where its answer stands."""
        return self._visit.signed_in if self._sign_in.ready("account") else None

    def _advance(self, event: flow.RequestEvent) -> None:
        before = self._form.made
        self._form, send = flow.advance(self._form, event)
        self._show()
        if send is not None:
            self._make(send)
        if self._form.made is not None and before is None:
            self._note()
            pages = self._shell.route.pages
            self._shell.go(Route((*pages[:-1], DONE)), "swap")

    def _make(self, send: flow.Send) -> None:
        generation, at, visit = self._generation, self._visit.now(), self._visit
        services, branch, language = self._services, visit.profile.branch, visit.language
        origin = self._begun_at or Origin(visit.profile.name)

        def make() -> str:
            made = services.requests.make(
                send.kind,
                send.details,
                at=at,
                card=send.card,
                branch=branch,
                language=language,
                email=send.email,
                act_id=send.act,
                origin=origin,
            )
            return shown_request_number(made.number)

        def done(number: str) -> None:
            if generation == self._generation:
                told = expected_at(visit.library, branch, at)
                self._advance(flow.RequestTaken(send.turn, number, told, at))
                self._confirm()
            else:
                note_late("request", send.act, "done")

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._advance(flow.SendingFailed(send.turn, error))
            else:
                note_late_failure("request", send.act, error)

        self._jobs.serial(make, done, failed)

    def _confirm(self) -> None:
        """Have the confirmation sent at once; what cannot be sent now waits."""
        services, at = self._services, self._visit.now()
        if services.settings.mail.is_set:
            self._jobs.aside(lambda: services.outbox.send_due(at), _nothing_more, _nothing_more)

    def _route_changed(self) -> None:
        pages = self._shell.route.pages
        if self._shell.route.page.startswith(PAGE):
            self._left.stop()
            self._view_model.refilled.emit()
        elif any(page.startswith(PAGE) for page in pages) or self._left.waiting:
            return
        elif self._form.begun or self._form.made is not None:
            words, made = self._visit.words, self._form.made is not None
            self._left.leave(
                words("requests.left.number" if made else "requests.left"), words("form.go_back"), "mail"
            )
        else:
            self._lookup.forget()

    def _come_back(self) -> None:
        self._shell.open(DONE if self._form.made is not None else FORM)

    def _visit_changed(self) -> None:
        """Say everything in another language, and with the card that was shown meanwhile."""
        self._note()
        self._show()

    def _note(self) -> None:
        words, made = self._visit.words, self._form.made is not None
        self._visit.leave_open(PAGE, words("requests.unfinished") if self._form.begun else "")
        self._visit.settle(PAGE, words("requests.settled") if made else "")

    def _forget(self) -> None:
        self._generation += 1
        self._left.stop()
        self._form = flow.RequestForm(RequestKind.PURCHASE, turn=self._form.turn + 1)
        self._begun_at = None
        self._paper = RequestPaper()
        self._lookup.forget()
        self._note()
        self._show()
        self._view_model.refilled.emit()

    def _show(self) -> None:
        name = self._asking.name if self._asking is not None else ""
        visit = self._visit
        channels = channel_rows(visit.library, visit.profile.branch, visit.words, visit.now())
        self._view_model.show(
            request_state(self._form, self._lookup.state, self._paper, name, visit.words, channels)
        )


def _nothing_more(_outcome: object) -> None:
    """The number stands on the screen, whatever becomes of the letter."""
