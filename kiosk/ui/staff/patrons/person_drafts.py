"""What is typed on a person's page and not saved, as it is kept on this machine."""

from kiosk.staff.patrons.form import FIELDS, PatronForm


def draft_of(card: str) -> str:
    """Return the name of the draft of a card's page."""
    return f"patrons/{card}"


def plain(form: PatronForm) -> dict[str, str]:
    """Return a form as a draft keeps it."""
    return {name: getattr(form, name) for name in FIELDS}


def form_from(values: object) -> PatronForm | None:
    """Return the form that a draft kept; None for what is none."""
    if not isinstance(values, dict):
        return None
    return PatronForm(**{name: str(values.get(name, "")) for name in FIELDS})
