"""The page on which somebody is registered: checked as one types, proposed by age, duplicates noticed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from kiosk.model.patron import Patron
from kiosk.model.staff_errors import PatronFormIncomplete
from kiosk.staff.patrons.form import FIELDS, PatronForm, differing
from kiosk.staff.patrons.records import Checked
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.patrons.alike import AlikePanel
from kiosk.ui.staff.patrons.fields import PatronFields
from kiosk.ui.staff.patrons.guardian_finder import GuardianFinder
from kiosk.ui.staff.patrons.shown import guardian_told
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.workplace import Workplace

DRAFT = "patrons/new"
_CHECK = "staff.patrons.check.new"
_KEEP_MS = 700


class RegisterPage(StaffPage):
    """Fill in, save, and go to the new person's page. What is typed survives a crash as a draft."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.patrons.register.title"), words("staff.page.patrons"))
        self.keys_told = words("staff.patrons.keys.form")
        self._begun = PatronForm()
        self._checked: Checked | None = None
        self._saving = False
        self._build()
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.timeout.connect(self._keep_draft)

    def open(self, rest: str) -> None:
        """Come to the front; `rest` may be a guardian's card, whose child is registered."""
        if not self.unsaved():
            self._begin(PatronForm(branch=self.workplace.by.branch, guardian_card=rest))
            if rest:
                self._look()
            else:
                self.workplace.read(lambda: self.workplace.drafts.of(DRAFT), self._bring_back)
        self._fields.focus_first(())

    def save(self) -> None:
        """Register, or show what is wrong."""
        if self._saving:
            return
        self._saving = True
        self._save.setEnabled(False)
        services, place, form = self.workplace.services.patrons, self.workplace, self._fields.form()
        place.change(
            lambda: services.records.register(place.by, form, at=place.now()), self._registered, self._refused
        )

    def unsaved(self) -> int:
        """Count the fields that are filled in."""
        return len(differing(self._begun, self._fields.form()))

    # --- building

    def _build(self) -> None:
        words = self.workplace.words
        self._save = button(
            words("staff.patrons.register.do"), self.save, kind="primary", picture="check", name="save"
        )
        self._save.setToolTip(words("staff.patrons.register.keys"))
        leave = button(words("staff.patrons.register.leave"), self._give_up, name="giveUp")
        self._draft_told = label("", "caption", name="draftTold")
        self.column.addWidget(across(self._save, leave, self._draft_told))
        self._fields = PatronFields(self.workplace.library, words, new=True)
        self._fields.changed.connect(self._type)
        GuardianFinder(self.workplace, self._fields.guardian_field)
        panel = Panel(words("staff.patrons.person"), words("staff.patrons.register.hint"))
        panel.put(self._fields)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(panel)
        self._alike = AlikePanel(self.workplace)
        self.column.addWidget(self._alike)
        self.column.addStretch(1)

    # --- typing

    def _type(self, _name: str) -> None:
        self._keep.start(_KEEP_MS)
        self._look()

    def _look(self) -> None:
        form, place = self._fields.form(), self.workplace
        asked = self._without_proposals(form)
        services = place.services.patrons
        language, now = place.words.language, place.now()
        place.jobs.latest(
            _CHECK,
            lambda: services.records.check(place.by, asked, at=now, language=language),
            self._show_checked,
            place.fail,
        )

    def _without_proposals(self, form: PatronForm) -> PatronForm:
        """Return the form with what nobody chose left open, so that it is proposed anew."""
        values = {name: getattr(form, name) for name in FIELDS}
        if not self._fields.touched("category"):
            values["category"] = ""
        return PatronForm(**values)

    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        fields, typed = self._fields, self._fields.form()
        if not fields.touched("category") and (typed.birth_date or typed.category):
            fields.put("category", checked.category or "")
        if not fields.touched("expires_on") and fields.form().category:
            fields.put("expires_on", checked.expires_on)
        open_fields = {"category"} if not fields.touched("category") else set()
        found = [one for one in checked.problems if one[0] not in open_fields]
        fields.show_problems(found, everywhere=False)
        self._alike.show_people(checked.alike)
        fields.show_guardian(guardian_told(checked.guardian))
        self._live_together(checked.guardian)

    def _live_together(self, guardian: Patron | None) -> None:
        """Propose the guardian's address while nobody has typed another."""
        if guardian is None or guardian.address is None:
            return
        for name in ("street", "postcode", "city"):
            if not self._fields.touched(name):
                self._fields.put(name, getattr(guardian.address, name) or "")

    # --- saving

    def _registered(self, patron: Patron) -> None:
        self._end_saving()
        self._begin(PatronForm(branch=self.workplace.by.branch))
        self.workplace.forget_draft(DRAFT)
        self.workplace.changed.emit("patron")
        self.workplace.go(f"patrons/{patron.card}")
        self.workplace.say(self.workplace.words("staff.patrons.registered", card=patron.card))

    def _refused(self, error: Exception) -> None:
        self._end_saving()
        if isinstance(error, PatronFormIncomplete):
            found = error.values["fields"]
            assert isinstance(found, tuple)
            self._fields.show_problems(found, everywhere=True)
            self._fields.focus_first(found)
        self.workplace.fail(error)

    def _end_saving(self) -> None:
        self._saving = False
        self._save.setEnabled(True)

    # --- drafts

    def _begin(self, form: PatronForm) -> None:
        self._keep.stop()
        self._begun = form
        self._fields.fill(form)
        self._alike.show_people(())
        self._draft_told.setText("")

    def _bring_back(self, draft: Draft | None) -> None:
        if draft is not None and not self.unsaved():
            self._restore(dict(draft.values))

    def _restore(self, values: dict[str, object]) -> None:
        form = PatronForm(**{name: str(values.get(name, "")) for name in FIELDS})
        self._begin(PatronForm(branch=self.workplace.by.branch))
        self._fields.fill(form)
        self._fields.touch(differing(self._begun, form))
        self._draft_told.setText(self.workplace.words("staff.patrons.draft_back"))
        self._look()

    def _keep_draft(self) -> None:
        form = self._fields.form()
        if differing(self._begun, form):
            about = f"{form.last_name}, {form.first_name}".strip(", ")
            self.workplace.keep_draft(DRAFT, about, {name: getattr(form, name) for name in FIELDS})
        else:
            self.workplace.forget_draft(DRAFT)

    def _give_up(self) -> None:
        self._begin(PatronForm(branch=self.workplace.by.branch))
        self.workplace.forget_draft(DRAFT)
        self.workplace.go("patrons")
