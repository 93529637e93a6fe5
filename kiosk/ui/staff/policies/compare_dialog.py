"""Two people wrote an article at once: both readings part by part, and a choice for each."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kiosk.staff.answers.pages import Difference, OpenArticle
from kiosk.ui.staff.policies.article_form import ArticleForm
from kiosk.ui.staff.policies.differing_text import shown_value
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.policies.meeting import brought_together, differing
from kiosk.ui.staff.widgets.both_sides import BothRead, BothSidesDialog
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording


class CompareDialog(BothSidesDialog):
    """Show what a colleague changed; `form` is what is chosen of both, to be looked at and saved again.

    Articles that it leads to are named by `titles`.
    """

    def __init__(
        self,
        workplace: Workplace,
        opened: OpenArticle,
        now: OpenArticle,
        form: ArticleForm,
        titles: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        words = workplace.words
        self._opened, self._now, self._form = opened, now, form
        who = next((page.newest.written_by for page in now.pages if page.newest), "")
        parts = [_read(language, one, words, titles) for language, one in differing(opened, now, form)]
        title, explained = words("staff.compare.title", by=who), words("staff.compare.explain")
        super().__init__(words, title, explained, parts, parent)

    @property
    def form(self) -> ArticleForm:
        """Give the form with what is chosen of both."""
        take = {(language, field) for language, field in self.theirs}
        return brought_together(self._opened, self._now, self._form, take)


def _read(language: str, one: Difference, words: Wording, titles: Mapping[str, str]) -> BothRead:
    named = words(f"staff.policies.field.{one.field}")
    return BothRead(
        (language, one.field),
        words("staff.compare.part", language=language_name(language), field=named),
        named,
        shown_value(one.field, one.mine, words, titles),
        shown_value(one.field, one.theirs, words, titles),
        one.clash,
        one.field == "body",
    )
