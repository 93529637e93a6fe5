"""The record editor's services over one library."""

from functools import cached_property
from pathlib import Path

from kiosk.decisions import Decider
from kiosk.staff.records.completing import HeadingCompletion
from kiosk.staff.records.covers import RecordCovers
from kiosk.staff.records.editing import RecordEditing
from kiosk.staff.records.history import RecordHistory
from kiosk.storage import Database


class RecordServices:
    """Each service is made when it is first asked for; ``covers`` is the folder of pictures."""

    def __init__(self, database: Database, decider: Decider, covers: Path) -> None:
        self._database = database
        self._decider = decider
        self._folder = covers

    @cached_property
    def editing(self) -> RecordEditing:
        """Open, save, compare, begin anew."""
        return RecordEditing(self._database, self._decider)

    @cached_property
    def history(self) -> RecordHistory:
        """What records were."""
        return RecordHistory(self._database)

    @cached_property
    def completion(self) -> HeadingCompletion:
        """Names and subjects as one types."""
        return HeadingCompletion(self._database)

    @cached_property
    def covers(self) -> RecordCovers:
        """The records' own pictures."""
        return RecordCovers(self._database, self._folder)
