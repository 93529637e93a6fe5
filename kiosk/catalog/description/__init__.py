"""What a MARC record says, in the columns that are searched and shown."""

from kiosk.catalog.description.describing import describe

__all__ = ["describe"]
