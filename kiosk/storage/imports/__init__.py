"""Records with their items in bulk: matched, compared and written batch by batch."""

from kiosk.storage.imports.incoming import Incoming, IncomingItem, ItemFate, Outcome, Stored
from kiosk.storage.imports.storing import Manner, Pretence, pretend_batch, store_batch

__all__ = [
    "Incoming",
    "IncomingItem",
    "ItemFate",
    "Manner",
    "Outcome",
    "Pretence",
    "Stored",
    "pretend_batch",
    "store_batch",
]
