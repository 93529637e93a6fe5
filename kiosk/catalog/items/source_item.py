"""An item as its source gives it, before this library's codes and zone are applied."""

from dataclasses import dataclass

from kiosk.model.item import Condition


@dataclass(frozen=True, slots=True)
class SourceItem:
    """Texts as found; ``price`` and ``due`` are not yet understood, names may be codes or names.

    ``parts`` says what belongs to it.
    """

    barcode: str
    branch: str | None = None
    holding_branch: str | None = None
    location: str | None = None
    call_number: str | None = None
    item_type: str | None = None
    price: str | None = None
    condition: Condition = Condition.FINE
    not_for_loan: bool = False
    due: str | None = None
    note: str | None = None
    parts: str | None = None
