"""New records: copied from another catalogue, or begun from a template."""

from PySide6.QtWidgets import QTabWidget

from kiosk.catalog.description.identifiers import isbn13
from kiosk.ui.staff.intake.copy_tab import CopyTab
from kiosk.ui.staff.intake.template_tab import TemplateTab
from kiosk.ui.staff.intake.title_form import typed_of
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."
ROUTE = "catalogue/add"


class NewPage(StaffPage):
    """A route that goes on with an ISBN looks it up at once: "catalogue/add/9783498035679"."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words(f"{_TO}title.new"), words("staff.page.catalogue"))
        self.elsewhere = CopyTab(workplace)
        self.template = TemplateTab(workplace)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setObjectName("newTabs")
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self.elsewhere, words(f"{_TO}tab.elsewhere"))
        self._tabs.addTab(self.template, words(f"{_TO}tab.template"))
        self._tabs.currentChanged.connect(self._begin_in_front)
        self.column.addWidget(self._tabs, 1)
        self.template.edited.connect(self._keep)
        self.entitle(self.title, self.crumb, keys_told=words(f"{_TO}new_keys"))

    def enter(self) -> None:
        """Read the catalogues and templates that are offered, and what was left here."""
        self.refresh()
        drafts = self.workplace.drafts
        self.workplace.read(lambda: drafts.of(ROUTE), self._restore)

    def open(self, rest: str) -> None:
        """Put the keyboard where a scan goes, and look up what the route names."""
        if rest == "template":
            self._tabs.setCurrentWidget(self.template)
        elif isbn13(rest) is not None:
            self._tabs.setCurrentWidget(self.elsewhere)
            self.elsewhere.form.isbn.setText(rest)
            self.elsewhere.ask()
        self._begin()

    def refresh(self) -> None:
        """Read catalogues and templates again."""
        self.elsewhere.refresh()
        self.template.refresh()

    def unsaved(self) -> int:
        """Count a title that is typed and not begun."""
        return int(not self.template.typed.is_blank)

    def _begin(self) -> None:
        if self._tabs.currentWidget() is self.template:
            self.template.fields["title"].setFocus()
        else:
            self.elsewhere.form.isbn.setFocus()
            self.elsewhere.form.isbn.selectAll()

    def _begin_in_front(self) -> None:
        """Put the keyboard into the other tab's first field, unless it walks along the tabs themselves.

        What went wrong went wrong under the tab that was left.
        """
        self.workplace.wrong.emit("")
        if self.isVisible() and not self._tabs.tabBar().hasFocus():
            self._begin()

    def _keep(self) -> None:
        typed = self.template.typed
        if typed.is_blank:
            self.workplace.forget_draft(ROUTE)
        else:
            values = {name: getattr(typed, name) for name in typed.__dataclass_fields__}
            self.workplace.keep_draft(ROUTE, typed.title or self.title, values)

    def _restore(self, draft: object) -> None:
        typed = typed_of(getattr(draft, "values", None))
        if not typed.is_blank and self.template.typed.is_blank:
            self.template.show_typed(typed)
            self._tabs.setCurrentWidget(self.template)
