"""The wordings of letters, receipts and slips: chosen at the left, written and previewed at the right."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.model.staff_errors import SettingsChangedMeanwhile
from kiosk.notices.wordings import Worded
from kiosk.staff.rights import Right
from kiosk.staff.settings.letters import Letter, letter_label, places_of, sample, texts_of
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.both_sides import BothRead, BothSidesDialog
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import wording

_FORM = "settings/letters"


class LettersPart(QWidget):
    """Write one wording at a time; another can be chosen once this one is saved or given up."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.may = workplace.by.may(Right.SETTINGS_EDIT)
        self._opened: Letter | None = None
        self._restored = False
        words = workplace.words
        self.list: DataTable[Letter] = DataTable(workplace, self._columns(), name="letters", key=_key)
        self.list.chosen.connect(self._choose)
        self.subject, self.body = QLineEdit(), QPlainTextEdit()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setObjectName("letterPreview")
        self.preview.setAccessibleName(words("staff.letters.preview"))
        self._places = label("", "caption", wrap=True)
        self._save = button(words("staff.save"), self.save, kind="primary", picture="check", name="save")
        self._usual = button(words("staff.letters.usual"), self._take_usual, name="usual")
        self._give_up = button(words("staff.letters.give_up"), self.undo, picture="back", name="giveUp")
        self._chip = ChipLabel()
        self._build()

    def _build(self) -> None:
        words = self.workplace.words
        listed, written = Panel(words("staff.letters")), Panel()
        listed.put(self.list, stretch=1)
        self._head = written
        form = Form()
        form.add(words("staff.letters.subject"), self.subject, "letterSubject")
        form.add(words("staff.letters.body"), self.body, "letterBody")
        written.put(form, self._places)
        written.put(label(words("staff.letters.preview"), "label"))
        written.put(self.preview, stretch=1)
        for field in (self.subject, self.body):
            field.setReadOnly(not self.may)
            field.textChanged.connect(self._typed)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(180)
        row = QHBoxLayout()
        row.setSpacing(GAP + 4)
        row.addWidget(listed, 1)
        row.addWidget(written, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        if self.may:
            column.addWidget(across(self._save, self._give_up, self._usual, self._chip))
        column.addLayout(row, 1)

    def open(self) -> None:
        """Read the wordings when they are first shown."""
        if self._opened is None:
            self.refresh()

    def refresh(self) -> None:
        """Read the wordings again; what is being written stays."""
        letters, by, drafts = self.workplace.services.letters, self.workplace.by, self.workplace.drafts
        self.workplace.read(lambda: (letters.all(by), drafts.of(_FORM)), self._show)

    def save(self) -> None:
        """Keep the wording."""
        opened, letters, by = self._opened, self.workplace.services.letters, self.workplace.by
        if opened is None or not self.unsaved():
            return
        subject, body = self.subject.text(), self.body.toPlainText()
        self.workplace.change(
            lambda: letters.save(by, opened.worded, subject, body), self._kept, self._not_kept
        )

    def undo(self) -> None:
        """Give up what is being written."""
        if self._opened is not None:
            self._put(self._opened.worded.subject, self._opened.worded.body)

    def unsaved(self) -> int:
        """Return 1 while something is written that is not saved."""
        opened = self._opened
        if opened is None or not self.may:
            return 0
        texts = self.subject.text().strip(), self.body.toPlainText().strip()
        return int(texts != (opened.worded.subject, opened.worded.body.strip()))

    def _show(self, found: tuple[tuple[Letter, ...], object]) -> None:
        letters, left = found
        marked = self._opened
        self.list.show_rows(letters)
        draft = getattr(left, "values", None)
        first, self._restored = not self._restored, True
        if draft and first and self.may:
            wanted = next((one for one in letters if list(_key(one)) == list(draft.get("letter", ()))), None)
            if wanted is not None:
                self._open(wanted)
                self._put(str(draft.get("subject", "")), str(draft.get("body", "")))
                self.list.mark(_key(wanted))
                self.workplace.say(self.workplace.words.count("staff.settings.restored", 1))
                return
        if letters and not self.unsaved():
            again = next((one for one in letters if marked and _key(one) == _key(marked)), letters[0])
            self._open(again)
            self.list.mark(_key(again))

    def _choose(self) -> None:
        one = self.list.current
        if one is None or self._opened is None or _key(one) == _key(self._opened):
            return
        if self.unsaved():
            self.workplace.wrong.emit(self.workplace.words("staff.letters.first_save"))
            self.list.mark(_key(self._opened))
            return
        self._open(one)

    def _open(self, one: Letter) -> None:
        words = self.workplace.words
        self._opened = one
        typed_about(self._head, "/".join((_FORM, *_key(one))))
        language = wording(one.worded.language)("language.name")
        self._head.head(letter_label(one.worded.kind, words), language)
        places = " ".join(f"{{{place}}}" for place in places_of(one.worded.kind))
        self._places.setText(words("staff.letters.places", places=places))
        self._put(one.worded.subject, one.worded.body)

    def _put(self, subject: str, body: str) -> None:
        self.subject.setText(subject)
        self.body.setPlainText(body.strip())
        self._typed()

    def _take_usual(self) -> None:
        if self._opened is not None:
            self._put(self._opened.usual.subject, self._opened.usual.body)

    def _typed(self) -> None:
        opened, words = self._opened, self.workplace.words
        if opened is None:
            return
        worded = Worded(
            opened.worded.kind, opened.worded.language, self.subject.text(), self.body.toPlainText()
        )
        library = self.workplace.library
        name = wording(worded.language).name(library.name) or words.name(library.name)
        contact = library.branches[0].phone or library.branches[0].email or "+49 30 1"
        self.preview.setPlainText(sample(worded, name, contact))
        count = self.unsaved()
        self._chip.show_chip(Chip(words.count("staff.settings.unsaved", 1), "warn") if count else None)
        self._save.setEnabled(bool(count))
        self._give_up.setEnabled(bool(count))
        if count:
            values = {"letter": list(_key(opened)), "subject": worded.subject, "body": worded.body}
            self.workplace.keep_draft(_FORM, letter_label(worded.kind, words), values)
        else:
            self.workplace.forget_draft(_FORM)

    def _kept(self, worded: Worded) -> None:
        if self._opened is not None:
            self._opened = Letter(worded, self._opened.usual)
            self._typed()
        self.workplace.say(self.workplace.words("staff.letters.saved"))
        self.refresh()

    def _not_kept(self, error: Exception) -> None:
        """Read what another wrote meanwhile, and have it chosen from both."""
        self.workplace.fail(error)
        if isinstance(error, SettingsChangedMeanwhile):
            letters, by = self.workplace.services.letters, self.workplace.by
            self.workplace.read(lambda: letters.all(by), self._compare)

    def _compare(self, letters: tuple[Letter, ...]) -> None:
        """Show both readings beside one another, and go on with what is chosen of both."""
        opened = self._opened
        now = next((one for one in letters if opened and _key(one) == _key(opened)), None)
        if opened is None or now is None:
            return
        mine = {"subject": self.subject.text().strip(), "body": self.body.toPlainText().strip()}
        base, theirs = texts_of(opened.worded), texts_of(now.worded)
        words = self.workplace.words
        parts = [
            BothRead(
                (key,),
                words(f"staff.letters.{key}"),
                words(f"staff.letters.{key}"),
                mine[key],
                theirs[key],
                mine[key] != base[key],
                key == "body",
            )
            for key in mine
            if theirs[key] not in (base[key], mine[key])
        ]
        title = words("staff.letters.theirs", letter=letter_label(now.worded.kind, words))
        dialog = BothSidesDialog(words, title, words("staff.letters.compare"), parts, self)
        if dialog.exec() == BothSidesDialog.DialogCode.Accepted:
            taken = {key: (theirs if (key,) in dialog.theirs else mine)[key] for key in mine}
            self._opened = now
            self._put(taken["subject"], taken["body"])

    def _columns(self) -> tuple[Column[Letter], ...]:
        words = self.workplace.words
        own = Chip(words("staff.letters.own"), "ask")
        return (
            Column("kind", words("staff.letters.kind"), lambda one: letter_label(one.worded.kind, words)),
            Column(
                "language",
                words("staff.letters.language"),
                lambda one: wording(one.worded.language)("language.name"),
                width=100,
            ),
            Column(
                "own",
                "",
                lambda one: own.text if one.worded.own else "",
                chip=lambda one: own if one.worded.own else None,
                width=100,
            ),
        )


def _key(letter: Letter) -> tuple[str, str]:
    return letter.worded.kind, letter.worded.language
