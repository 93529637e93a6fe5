"""The fields that an article's languages share: topic, what it depends on, days, what it goes with."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kiosk.policies.article_text import TOPICS
from kiosk.policies.placeholders import REFINE_KEYS
from kiosk.staff.patrons.days import day_of, shown_day
from kiosk.ui.staff.policies.article_form import SharedFields
from kiosk.ui.staff.policies.related_articles import RelatedArticles
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.form import Form, mark_wrong
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.words import Wording


class SharedCard(Panel):
    """Edit what holds for all languages; `typed` tells of every change, also of one not readable yet."""

    typed = Signal()

    def __init__(self, words: Wording, *, writable: bool) -> None:
        super().__init__(words("staff.policies.for_all"))
        self._words = words
        self._writable = writable
        self._last = SharedFields()
        self.topic = ChoiceBox(self)
        self.refine = {key: QCheckBox(words(f"staff.policies.depends.{key}"), self) for key in REFINE_KEYS}
        self.related = RelatedArticles(words)
        self.days = {name: QLineEdit(self) for name in ("review", "valid_from", "valid_until")}
        self.visible = QCheckBox(words("staff.policies.visible"), self)
        self._build()

    @property
    def unfinished(self) -> bool:
        """Whether something is typed that is no day, or an article that was not added yet."""
        return self._wrong_days or self.related.unfinished

    def complaint(self) -> str:
        """Take over what is typed; return what cannot be taken, in a sentence, or nothing."""
        if self._wrong_days:
            return self._words("staff.policies.date.wrong")
        return "" if self.related.finish() else self._words("staff.policies.related.unknown")

    def fields(self) -> SharedFields:
        """Return what the fields say; a day that cannot be read is as it was."""
        days = {
            name: self._day(name)
            if self._day(name) or not field.text().strip()
            else getattr(self._last, name)
            for name, field in self.days.items()
        }
        chosen = {key for key, box in self.refine.items() if box.isChecked()}
        # In the order in which they stood, for the kiosk shows its chips in it.
        kept = tuple(key for key in self._last.refine if key in chosen)
        return SharedFields(
            topic=str(self.topic.currentData() or ""),
            refine=(*kept, *(key for key in REFINE_KEYS if key in chosen and key not in kept)),
            related=self.related.keys(),
            review=days["review"],
            valid_from=days["valid_from"],
            valid_until=days["valid_until"],
            visible=self.visible.isChecked(),
        )

    def show_fields(self, fields: SharedFields, apart: tuple[str, ...]) -> None:
        """Put these into the fields; parts in which the languages differ are told of."""
        self._last = fields
        self.topic.setCurrentIndex(max(0, self.topic.findData(fields.topic)))
        for key, box in self.refine.items():
            box.setChecked(key in fields.refine)
        self.related.show_keys(fields.related)
        for name, field in self.days.items():
            field.setText(shown_day(getattr(fields, name), self._words.language))
        self.visible.setChecked(fields.visible)
        self.head(self._words("staff.policies.for_all"), self._words("staff.policies.apart") if apart else "")

    def _build(self) -> None:
        words = self._words
        for topic in TOPICS:
            self.topic.addItem(words(f"topic.{topic}"), topic)
        for field in self.days.values():
            field.setPlaceholderText(words("staff.policies.date.hint"))
            field.setMaxLength(10)
            field.setFixedWidth(124)
        form = Form(self)
        form.add(words("staff.policies.topic"), self.topic)
        depends = across(*self.refine.values(), gap=18)
        form.add(words("staff.policies.depends"), depends, hint=words("staff.policies.depends.hint"))
        form.add(words("staff.policies.related"), self.related, hint=words("staff.policies.related.hint"))
        form.add(words("staff.policies.review"), across(self.days["review"]))
        until = label(words("staff.policies.valid_until"), "label")
        shown = across(self.days["valid_from"], until, self.days["valid_until"])
        form.add(words("staff.policies.valid_from"), shown, hint=words("staff.policies.valid.hint"))
        form.row(self.visible)
        self.put(form)
        self.content.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.topic.currentIndexChanged.connect(lambda _: self.typed.emit())
        self.related.changed.connect(self.typed.emit)
        for name, field in self.days.items():
            field.textChanged.connect(lambda _: self._look_at_days())
            self._name(field, name)
        for key, box in self.refine.items():
            box.toggled.connect(lambda _: self.typed.emit())
            box.setObjectName(f"depends-{key}")
        self.visible.toggled.connect(lambda _: self.typed.emit())
        self._name(self.topic, "topic")
        self.visible.setObjectName("visible")
        for widget in (self.topic, self.related, self.visible, *self.refine.values(), *self.days.values()):
            widget.setEnabled(self._writable)

    def _name(self, field: QWidget, name: str) -> None:
        field.setObjectName(name)
        field.setAccessibleName(self._words(f"staff.policies.field.{name}"))

    def _look_at_days(self) -> None:
        for name, field in self.days.items():
            wrong = bool(field.text().strip()) and self._day(name) is None
            mark_wrong(field, wrong)
            field.setToolTip(self._words("staff.policies.date.wrong") if wrong else "")
            field.setAccessibleDescription(self._words("staff.policies.date.wrong") if wrong else "")
        self.typed.emit()

    @property
    def _wrong_days(self) -> bool:
        return any(field.text().strip() and self._day(name) is None for name, field in self.days.items())

    def _day(self, name: str) -> date | None:
        return day_of(self.days[name].text())
