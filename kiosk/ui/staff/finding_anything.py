"""What the field at the head finds: a patron's card, an item's barcode, else titles in the catalogue."""

from kiosk.storage import Database


def route_to(database: Database, text: str) -> str:
    """Return the route to what the text names: a card, a barcode, a record, else a search."""
    wanted = text.strip()
    with database.read() as view:
        if view.patrons.by_card(wanted) is not None:
            return f"patrons/{wanted}"
        record = view.records.find(wanted)
    return f"catalogue/{record.id}" if record is not None else f"catalogue/?{wanted}"
