"""Searches as one types, filters, pages on, and leads to records: the newest keystroke wins."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.catalog.search import SearchField, YearRange
from kiosk.services import Services
from kiosk.ui.patron.find_loading import FindLoader, Suggested
from kiosk.ui.patron.find_question import FIELDS, SORTS, FilterKind, Question
from kiosk.ui.patron.find_state import FindInputs, FindMode, find_state
from kiosk.ui.patron.presenters.found_list import FoundList
from kiosk.ui.patron.presenters.search_notes import SearchNotes
from kiosk.ui.patron.presenters.suggesting import Suggesting
from kiosk.ui.patron.presenters.title_covers import TitleCovers
from kiosk.ui.patron.view_models.find import FindViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.covers import Covers
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.trouble import trouble_behind

_COVER = 80  # device pixels of a suggestion's: goes without the author
_SLOW_MS = 1000
_TURNING_MS = 150


class FindPresenter(QObject):
    """Join the Find page to the finder; `recordWanted` and `browseWanted` lead on."""

    recordWanted = Signal(str)
    browseWanted = Signal(str)

    def __init__(
        self,
        view_model: FindViewModel,
        shell: ShellViewModel,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        covers: Covers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shell = shell
        self._visit = visit
        self._loader = FindLoader(services, visit.library)
        self._suggesting = Suggesting(self._loader, jobs)
        self._list = FoundList(self._loader, jobs, visit, covers, self)
        self._notes = SearchNotes(services, jobs, visit, self)
        self._covers = TitleCovers(covers, _COVER, self)
        self._inputs = FindInputs()
        self._turn = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_SLOW_MS)
        self._patience.timeout.connect(self._is_slow)
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.setInterval(_TURNING_MS)
        self._turning.timeout.connect(self._show)
        self._list.changed.connect(self._show)
        self._list.rowsChanged.connect(self._show_rows)
        self._list.failed.connect(self._tell)
        self._covers.painted.connect(self._show)
        visit.ended.connect(self.forget)
        visit.changed.connect(self._visit_changed)
        self._listen()
        self._show()

    def _listen(self) -> None:
        page = self._view_model
        page.typingRequested.connect(self._begin_typing)
        page.textRequested.connect(self._type)
        page.fieldRequested.connect(self._choose_field)
        page.submitRequested.connect(self._submit)
        page.clearRequested.connect(self._clear)
        page.suggestionRequested.connect(self._take_suggestion)
        page.filterRequested.connect(self._toggle)
        page.yearsRequested.connect(self._choose_years)
        page.unfilterRequested.connect(lambda: self._ask_again(self._question.unfiltered()))
        page.sortRequested.connect(lambda index: self._ask_again(replace(self._question, sort=SORTS[index])))
        page.meantRequested.connect(self._search_meant)
        page.moreRequested.connect(self._list.read_on)
        page.lookedAt.connect(self._list.look_at)
        page.recordRequested.connect(self.recordWanted)
        page.browseRequested.connect(self.browseWanted)
        page.helpRequested.connect(lambda: self._shell.openSection("ask"))

    @property
    def _question(self) -> Question:
        return self._inputs.question

    # What others lead to.

    def open(self) -> None:
        """Show the page for a new search."""
        self._clear()
        self._shell.openSection("find")

    def search(self, text: str, field: SearchField = SearchField.ANY) -> None:
        """Show what is found for the words, as from an answer or a call number."""
        self._lead_to(Question(text, field))

    def search_heading(self, kind: FilterKind, heading: str) -> None:
        """Show all titles with an author, a subject or another filter's value."""
        self._lead_to(Question().toggled(kind, heading))

    def scanned(self, code: str) -> bool:
        """Leave every scan to the kiosk: an item opens its record, a card begins its visit."""
        return False

    def garbled(self) -> bool:
        """Leave it to the kiosk to say that a scan could not be read."""
        return False

    def forget(self) -> None:
        """Forget what was typed and found."""
        self._turn += 1
        self._suggesting.forget()
        self._patience.stop()
        self._inputs = FindInputs()
        self._list.forget()
        self._notes.forget()
        self._covers.forget()
        self._show()

    def drawn(self) -> None:
        """Note that the last letter is on the glass: what was found for it may follow."""
        self._suggesting.drawn()

    def refresh(self) -> None:
        """Tell how things stand after something in the library has changed."""
        if self._inputs.mode is FindMode.RESULTS:
            self._list.refresh()
        elif self._inputs.mode is FindMode.TYPING:
            self._suggest()

    # What the patron does.

    def _begin_typing(self) -> None:
        if self._inputs.mode is not FindMode.TYPING:
            self._inputs = replace(self._inputs, mode=FindMode.TYPING, trouble=None)
            self._suggest()
            self._show()

    def _type(self, text: str) -> None:
        if text == self._question.text:
            return
        self._inputs = replace(
            self._inputs, mode=FindMode.TYPING, question=self._question.typed(text), trouble=None
        )
        self._suggesting.typed()
        self._suggest()
        self._show()

    def _choose_field(self, index: int) -> None:
        question = replace(self._question, where=FIELDS[index])
        if self._inputs.mode is FindMode.RESULTS:
            self._ask_again(question)
            return
        self._inputs = replace(self._inputs, question=question)
        self._suggest()
        self._show()

    def _submit(self) -> None:
        if self._question.asks:
            self._ask_again(self._question)

    def _clear(self) -> None:
        self._list.forget()
        self._patience.stop()
        self._inputs = FindInputs(
            mode=self._inputs.mode if self._inputs.mode is FindMode.TYPING else FindMode.START
        )
        self._suggest()
        self._show()

    def _take_suggestion(self, kind: str, target: str, record: bool) -> None:
        if record:
            self.recordWanted.emit(target)
        elif kind in (SearchField.AUTHOR, SearchField.SUBJECT):
            self._ask_again(Question().toggled(FilterKind(kind), target))
        else:
            self._ask_again(Question(target, SearchField.TITLE))

    def _toggle(self, kind: str, value: str) -> None:
        self._ask_again(self._question.toggled(FilterKind(kind), value))

    def _choose_years(self, first: int, last: int) -> None:
        years = YearRange(min(first, last), max(first, last))
        self._ask_again(self._question.within(None if self._question.filters.years == (years,) else years))

    def _search_meant(self) -> None:
        found = self._list.found
        if found is not None and found.did_you_mean:
            self._ask_again(replace(self._question, text=found.did_you_mean))

    def _lead_to(self, question: Question) -> None:
        self._shell.open("find")
        self._ask_again(question)

    # Asking, and what comes back.

    def _suggest(self) -> None:
        question, turn = self._question, self._turn
        self._list.expect(None)
        if not question.text.strip():
            self._suggesting.forget()
            self._inputs = replace(self._inputs, suggested=None, counted=None)
            return
        self._suggesting.ask(
            question,
            lambda suggested: self._take_suggested(suggested, turn),
            lambda error: self._take_trouble(error, turn),
        )

    def _ask_again(self, question: Question) -> None:
        """Search anew; what is shown stays until the answer is there, so nothing flickers."""
        if not question.asks:
            self._clear()
            return
        turn, typing = self._turn, self._inputs.mode is FindMode.TYPING
        self._suggesting.forget()
        self._inputs = replace(self._inputs, mode=FindMode.RESULTS, question=question, trouble=None)
        self._patience.start()
        if typing:
            self._turning.start()  # an empty page for a moment would only be a flicker
        self._list.search(
            question,
            self._take_found,
            lambda error: self._take_trouble(error, turn),
        )
        if not typing:
            self._show()

    def _take_suggested(self, suggested: Suggested, turn: int) -> None:
        if turn == self._turn:
            early = suggested.titles and suggested.total is None
            counted = self._inputs.counted if early else suggested
            self._inputs = replace(self._inputs, suggested=suggested, counted=counted)
            self._covers.want(suggested.titles)
            if suggested.total:
                self._list.expect(self._question)
            self._show()

    def _take_found(self) -> None:
        self._patience.stop()
        self._inputs = replace(self._inputs, slow=False, turn=self._inputs.turn + 1)
        if self._list.found is not None:
            self._notes.keep(self._list.found)
        self._show()

    def _take_trouble(self, error: Exception, turn: int) -> None:
        if turn != self._turn:
            return
        self._patience.stop()
        self._list.forget()
        self._inputs = replace(
            self._inputs, trouble=trouble_behind(error), slow=False, suggested=None, counted=None
        )
        self._show()

    def _tell(self, error: Exception) -> None:
        self._shell.showToast(trouble_behind(error).said(self._visit.words), icon="alert")

    def _is_slow(self) -> None:
        self._inputs = replace(self._inputs, slow=True)
        self._show()

    def _visit_changed(self) -> None:
        """Say everything in another language; another card may change what may be borrowed."""
        if self._inputs.mode is FindMode.RESULTS and self._question.asks:
            self._ask_again(self._question)
        self._show()

    def _show(self) -> None:
        self._turning.stop()
        visit = self._visit
        inputs = replace(
            self._inputs,
            found=self._list.found,
            rows=self._list.rows,
            more=self._list.more,
            small_covers=self._covers.urls,
        )
        year = visit.now().astimezone(visit.words.zone).year
        self._view_model.show(find_state(inputs, visit.library, visit.words, year))

    def _show_rows(self) -> None:
        """Show other rows of what is shown already: all else would be derived anew for nothing."""
        if self._inputs.mode is FindMode.RESULTS:
            self._view_model.show_rows(self._list.rows, self._list.more)
