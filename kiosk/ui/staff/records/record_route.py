"""What a route asks the record page for: a record, a new one, or one after another; free of Qt."""

from dataclasses import dataclass

from kiosk.model.record import Form, record_number

NEW, COPY = "new", "copy"


@dataclass(frozen=True, slots=True)
class RecordRoute:
    """Exactly one of them: the record to open, the form to begin with, the record to begin after."""

    record_id: int | None = None
    form: Form | None = None
    after: int | None = None

    @property
    def text(self) -> str:
        """Return the route, below that of the catalogue."""
        if self.record_id is not None:
            return f"r{self.record_id}"
        return f"{COPY}/r{self.after}" if self.after is not None else f"{NEW}/{self.form or Form.BOOK}"


def record_route(rest: str) -> RecordRoute | None:
    """Read a route; None for what leads nowhere."""
    first, _, second = rest.partition("/")
    if first == NEW:
        return RecordRoute(form=Form(second) if second in set(Form) else Form.BOOK)
    number = _number(second if first == COPY else first)
    if number is None:
        return None
    return RecordRoute(after=number) if first == COPY else RecordRoute(record_id=number)


def _number(text: str) -> int | None:
    """Return the number of an id with its letter or without."""
    bare = text.strip()
    return record_number(bare) if bare[:1] in ("r", "R") else record_number(f"r{bare}")
