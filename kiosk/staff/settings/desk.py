"""The library's settings at the desk of staff, and its library file in and out."""

from dataclasses import dataclass
from pathlib import Path as FilePath

from kiosk.model.clock import Clock
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.policies.touched import answers_touched
from kiosk.staff.library_file import library_file_text, read_library_file, use_told
from kiosk.staff.rights import Right, needs
from kiosk.staff.settings.changing import Area, Changing, LastChange, Saved
from kiosk.staff.settings.leaves import Difference, Edits, differences, leaves_of
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, InUse

_ALL = frozenset(Area)


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What a library file would change, and what of that cannot be because it is in use."""

    before: Library
    after: Library
    changes: tuple[Difference, ...]
    in_use: tuple[Problem, ...]
    answers: tuple[str, ...]

    @property
    def only_order(self) -> bool:
        """Whether nothing differs but the order of lists."""
        return not self.changes and self.before != self.after


class SettingsDesk:
    """What staff do with branches, categories, item types, shelves, channels, kiosks and all the rest."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._changing = Changing(database, clock)

    @needs(Right.RULES_SEE)
    def library(self, by: SignedIn) -> Library:
        """Return the library as it is now."""
        return self._changing.load()

    @needs(Right.RULES_SEE)
    def uses(self, by: SignedIn, kind: str, code: str) -> tuple[InUse, ...]:
        """Return where a branch, patron_category or item_type is in use; a note for the one who asks."""
        with self._database.read() as view:
            return view.library.uses(kind, code)

    @needs(Right.SETTINGS_EDIT)
    def save(self, by: SignedIn, opened: Library, edits: Edits) -> Saved:
        """Make the edits, in one transaction.

        Raises SettingsChangedMeanwhile with ``theirs`` and ``library``, SettingsInvalid with ``problem``,
        ConfigurationInUse with ``where``.
        """
        return self._changing.save(by.account, _ALL, opened, edits)

    @needs(Right.SETTINGS_EDIT)
    def last_change(self, by: SignedIn) -> LastChange | None:
        """Return the last change of any setting, which an undo would take back."""
        return self._changing.last(_ALL)

    @needs(Right.SETTINGS_EDIT)
    def undo(self, by: SignedIn, entry: int) -> Saved:
        """Take the last change back; raises NothingToUndo, SettingsChangedMeanwhile, ConfigurationInUse."""
        return self._changing.undo(by.account, entry, _ALL)

    @needs(Right.SETTINGS_EDIT)
    def preview(self, by: SignedIn, file: FilePath) -> FilePreview:
        """Return what loading the file would change; raises FileUnreadable, LibraryFileInvalid."""
        after = read_library_file(file)
        with self._database.read() as view:
            before = view.library.load()
            needed = view.library.still_needed(after)
            touched = answers_touched(before, after, view.articles.all())
        changes = differences(leaves_of(before), leaves_of(after))
        return FilePreview(before, after, changes, tuple(map(use_told, needed)), touched)

    @needs(Right.SETTINGS_EDIT)
    def load(self, by: SignedIn, preview: FilePreview) -> Saved:
        """Put what was previewed in force.

        Raises SettingsChangedMeanwhile where the library is no longer as it was then; ConfigurationInUse.
        """
        return self._changing.replace(by.account, preview.before, preview.after)

    @needs(Right.RULES_SEE)
    def file_text(self, by: SignedIn) -> str:
        """Return the library file of the library as it is now."""
        return library_file_text(self._changing.load())
