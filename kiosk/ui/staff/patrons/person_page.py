"""One person's page: the details to change, the card, and what hangs on it in tabs."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from kiosk.model.patron import Patron
from kiosk.model.staff_errors import PatronChangedMeanwhile, PatronFormIncomplete
from kiosk.staff.patrons.form import PatronForm, differing
from kiosk.staff.patrons.records import Checked
from kiosk.staff.rights import Right
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.patrons.differences import Differences
from kiosk.ui.staff.patrons.fields import PatronFields
from kiosk.ui.staff.patrons.guardian_finder import GuardianFinder
from kiosk.ui.staff.patrons.kin import KinRow
from kiosk.ui.staff.patrons.opened import Opened, reading
from kiosk.ui.staff.patrons.person_acts import PersonActs
from kiosk.ui.staff.patrons.person_chips import PersonChips
from kiosk.ui.staff.patrons.person_drafts import draft_of, form_from, plain
from kiosk.ui.staff.patrons.person_tabs import PersonTabs
from kiosk.ui.staff.patrons.photo import PhotoBox
from kiosk.ui.staff.patrons.requests_bar import RequestsBar
from kiosk.ui.staff.patrons.shown import guardian_told, spoken_name
from kiosk.ui.staff.settings.fitting import scrolling_column
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.workplace import Workplace

_CHECK = "staff.patrons.check.person"
_KEEP_MS = 700


@dataclass(frozen=True, slots=True)
class Saving:
    """What is being saved of whom, over what was opened."""

    patron: Patron
    opened: PatronForm
    form: PatronForm


class PersonPage(StaffPage):
    """Opened by the card's number. What is typed and not saved is kept as a draft of this person."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.page.patrons"))
        self.keys_told = words("staff.patrons.keys.form")
        self._card = ""
        self._opened: Opened | None = None
        self._begun = PatronForm()
        self._saving = False
        self._keep = QTimer(self, singleShot=True)
        self._keep.timeout.connect(self._keep_draft)

    def open(self, rest: str) -> None:
        """Come to the front with that card; what is typed on another's page stays as its draft."""
        if rest and rest != self._card:
            self._keep_now()
            self._card = rest
            self._opened = None
            self.setEnabled(False)
        self._read()

    def refresh(self) -> None:
        """Read the person again; what is typed stays."""
        self._read()

    def save(self) -> None:
        """Save what was changed, or show what is wrong, or what another changed meanwhile."""
        if self._opened is None or self._saving or not self.unsaved():
            return
        self._save(self._opened.page.patron, self._begun, self._fields.form())

    def undo(self) -> None:
        """Take back everything that was typed and not saved."""
        self._fields.fill(self._begun)
        self._typed("")

    def unsaved(self) -> int:
        """Count the fields that differ from what was opened."""
        return len(differing(self._begun, self._fields.form())) if self._opened is not None else 0

    # --- building

    def parts(self) -> Iterator[None]:
        """Make the bar, the person's details, and the tabs below one by one."""
        place = self.workplace
        self._photo = PhotoBox(place)
        self.acts = PersonActs(place, self, self.save, self.undo, self._photo.ask_file)
        self._chips = PersonChips(place)
        row = QHBoxLayout()
        row.addWidget(self.acts, 1, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._chips)
        self.column.addLayout(row)
        below = scrolling_column(self.column)
        self._requests = RequestsBar(place)
        below.addWidget(self._requests)
        yield
        self._fields = PatronFields(place.library, place.words, new=False)
        self._fields.changed.connect(self._typed)
        GuardianFinder(place, self._fields.guardian_field)
        self._fields.lock(editable=place.by.may(Right.PATRONS_EDIT))
        yield
        inside = QHBoxLayout()
        inside.setSpacing(28)
        inside.addWidget(self._fields, 1)
        inside.addWidget(self._photo)
        self._kin = KinRow(place)
        self._panel = Panel(place.words("staff.patrons.person"))
        self._panel.content.addLayout(inside)
        self._panel.put(self._kin)
        self._panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        below.addWidget(self._panel)
        yield
        self.tabs = PersonTabs(place)
        held = Panel()
        held.put(self.tabs, stretch=1)
        below.addWidget(held, 1)
        yield from self.tabs.parts()
        place.changed.connect(self._somebody_changed)

    # --- reading

    def _read(self) -> None:
        card, place = self._card, self.workplace
        if not card:
            return
        look = reading(place, card)
        place.jobs.latest("staff.patrons.open", look, self._show, self._missing)

    def _missing(self, error: Exception) -> None:
        self._card, self._opened = "", None
        self.setEnabled(True)
        self.workplace.go("patrons")
        self.workplace.fail(error)

    def _show(self, opened: Opened) -> None:
        fresh = self._opened is None or self._opened.page.patron.id != opened.page.patron.id
        typing = not fresh and self.unsaved() > 0
        self._opened = opened
        self._card = opened.page.patron.card
        self.setEnabled(True)
        if not typing:
            self._begin(opened.page.form)
            if fresh and opened.draft is not None:
                self._restore(opened.draft)
        self._show_parts(opened)
        if fresh:
            self.tabs.setCurrentIndex(0)
            self._fields.focus_first(())

    def _show_parts(self, opened: Opened) -> None:
        page, patron, words = opened.page, opened.page.patron, self.workplace.words
        self.entitle(
            spoken_name(patron),
            f"{words('staff.page.patrons')} › {patron.card}",
            self._last_change(opened),
            words("staff.patrons.keys.form"),
        )
        self._chips.show_opened(opened)
        self.acts.show_opened(page)
        self._requests.show_requests(page.patron, opened.requests)
        self._photo.show_photo(patron.id, opened.photo)
        self._kin.show_page(page)
        if not self.unsaved():
            self._fields.show_guardian(guardian_told(page.guardian_patron))
        self.tabs.show_opened(opened)
        self._tell_unsaved()

    def _last_change(self, opened: Opened) -> str:
        words = self.workplace.words
        if not opened.trail:
            return ""
        last = opened.trail[0]
        return words("staff.patrons.last_change", day=words.day(last.at), by=last.account)

    # --- typing and saving

    def _typed(self, _name: str) -> None:
        self._keep.start(_KEEP_MS)
        self._tell_unsaved()
        if self._opened is None or not self.workplace.by.may(Right.PATRONS_EDIT):
            return
        form, place, patron = self._fields.form(), self.workplace, self._opened.page.patron.id
        services, language, now = place.services.patrons, place.words.language, place.now()
        place.jobs.latest(
            _CHECK,
            lambda: services.records.check(place.by, form, at=now, patron_id=patron, language=language),
            self._show_checked,
            place.fail,
        )

    def _show_checked(self, checked: Checked) -> None:
        self._fields.show_problems(checked.problems, everywhere=False)
        self._fields.show_guardian(guardian_told(checked.guardian))

    def _tell_unsaved(self) -> None:
        count = self.unsaved()
        self._chips.show_unsaved(count)
        self.acts.show_unsaved(count)

    def _save(self, patron: Patron, opened: PatronForm, form: PatronForm) -> None:
        self._saving = True
        place, saving = self.workplace, Saving(patron, opened, form)
        services, language, now = place.services.patrons, place.words.language, place.now()
        place.change(
            lambda: services.records.save(place.by, patron.id, opened, form, at=now, language=language),
            lambda _changed: self._saved(saving),
            lambda error: self._refused(error, saving),
        )

    def _saved(self, saving: Saving) -> None:
        self._saving = False
        self.workplace.forget_draft(draft_of(saving.patron.card))
        if self._shows(saving.patron):
            self._keep.stop()
            self._begun = saving.form
        self.workplace.changed.emit("patron")
        words = self.workplace.words
        self.workplace.say(words("staff.patrons.saved"), lambda: self._take_back(saving))
        self._tell_unsaved()

    def _take_back(self, saving: Saving) -> None:
        """Save what was there before, of that person, whoever's page is open by now."""
        if self._shows(saving.patron) and not self.unsaved():
            self._fields.fill(saving.opened)
        self._save(saving.patron, saving.form, saving.opened)

    def _shows(self, patron: Patron) -> bool:
        return self._opened is not None and self._opened.page.patron.id == patron.id

    def _refused(self, error: Exception, saving: Saving) -> None:
        self._saving = False
        if isinstance(error, PatronChangedMeanwhile) and self._shows(saving.patron):
            self._compare(error, saving)
            return
        if isinstance(error, PatronFormIncomplete) and self._shows(saving.patron):
            found = error.values["fields"]
            assert isinstance(found, tuple)
            self._fields.show_problems(found, everywhere=True)
            self._fields.focus_first(found)
        self.workplace.fail(error)

    def _compare(self, error: PatronChangedMeanwhile, saving: Saving) -> None:
        now = error.values["now"]
        assert isinstance(now, PatronForm)
        shown = Differences(self.workplace.words, self, saving.opened, saving.form, now)
        shown.accepted.connect(lambda: self._take(saving.patron, now, shown.chosen))
        shown.open()

    def _take(self, patron: Patron, now: PatronForm, chosen: PatronForm) -> None:
        self._begun = now
        self._fields.fill(chosen)
        self._tell_unsaved()
        if differing(now, chosen):
            self._save(patron, now, chosen)
        else:
            self.workplace.forget_draft(draft_of(patron.card))
            self._read()

    # --- drafts

    def _begin(self, form: PatronForm) -> None:
        self._keep.stop()
        self._begun = form
        self._fields.fill(form)

    def _restore(self, draft: Draft) -> None:
        """Bring back what was typed, over what was opened then: a change since is told when saving."""
        form, begun = (form_from(draft.values.get(name)) for name in ("form", "opened"))
        if form is None or begun is None:
            return
        self._begun = begun
        self._fields.fill(form)
        self._fields.touch(differing(begun, form))
        self.workplace.say(self.workplace.words("staff.patrons.draft_back"))

    def _keep_draft(self) -> None:
        if self._opened is None:
            return
        form, patron = self._fields.form(), self._opened.page.patron
        draft = draft_of(patron.card)
        if differing(self._begun, form):
            values = {"form": plain(form), "opened": plain(self._begun)}
            self.workplace.keep_draft(draft, spoken_name(patron), values)
        else:
            self.workplace.forget_draft(draft)

    def _keep_now(self) -> None:
        if self._keep.isActive():
            self._keep.stop()
            self._keep_draft()

    def _somebody_changed(self, kind: str) -> None:
        if kind == "patron" and self.isVisible():
            self._read()
