"""Tells of whom the drafts tell that staff left on this machine: what was typed there names people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.request_number import read_request_number
from kiosk.storage import View

_OF_PATRONS, _OF_REQUESTS = "patrons/", "messages/"
# Pages about nobody yet, or about many.
_OF_NOBODY = ("new", "sweep")
_OF_MONEY = "desk/money"
# Single words that were typed in a form, or looked for on its page, lie behind its name.
_WORDS = ("/typed", "/sought")


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A draft about one person: known by one of these cards, or by the number of a request."""

    file: Path
    cards: tuple[str, ...] = ()
    request: str | None = None

    def is_of_nobody(self, view: View) -> bool:
        """Tell whether whom it is about is gone."""
        if self.request is not None:
            return view.requests.by_number(self.request) is None
        return all(view.patrons.of_number(card) is None for card in self.cards)


def drafts_of_people(folder: Path) -> Iterator[LeftDraft]:
    """Yield the drafts of all accounts that are about a person; what cannot be read is left out."""
    for file in sorted(folder.glob("*/*.json")):
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
            draft = _about(file, str(found["form"]), dict(found["values"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if draft is not None:
            yield draft


def _about(file: Path, form: str, values: dict[str, object]) -> LeftDraft | None:
    for words in _WORDS:
        form = form.removesuffix(words)
    if form.startswith(_OF_PATRONS):
        card = form.removeprefix(_OF_PATRONS)
        # Behind the card may stand what is written about it; a card may have a stroke in it, too.
        if card.partition("/")[0] in _OF_NOBODY:
            return None
        return LeftDraft(file, (card, card.rpartition("/")[0] or card))
    if form.startswith(_OF_REQUESTS):
        number = form.removeprefix(_OF_REQUESTS)
        return LeftDraft(file, request=number) if read_request_number(number) else None
    if form.startswith(f"{_OF_MONEY}/"):
        return LeftDraft(file, (form.removeprefix(f"{_OF_MONEY}/"),))
    if form == _OF_MONEY and isinstance(values.get("card"), str):
        return LeftDraft(file, (str(values["card"]),))
    return None
