"""An import from the choice of files to its report, as pure functions of states; free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from kiosk.catalog.import_preview import Preview
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.source import SourceFormat
from kiosk.staff.intake.importing import ImportPlan

ITEM_CHOICES = ("auto", "852", "952", "949", "999", "none")
# What a heading is taken as when nothing is chosen for it, and when it is left out.
AS_FOUND, LEFT_OUT = "auto", "none"


class Step(StrEnum):
    """Where the import stands; each of them is a page."""

    FILES = "files"
    PREVIEW = "preview"
    CHECK = "check"
    DONE = "done"


class Work(StrEnum):
    """What is going on; while something is, only stopping it is possible."""

    LOOKING = "looking"
    CHECKING = "checking"
    IMPORTING = "importing"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class ImportState:
    """What is shown; ``preview`` is of the file ``shown``, ``checked`` of the plan as it is now."""

    step: Step = Step.FILES
    paths: tuple[Path, ...] = ()
    shown: int = 0
    items: str = "auto"
    columns: tuple[tuple[str, str], ...] = ()
    overwrite: bool = False
    preview: Preview | None = None
    checked: ImportReport | None = None
    report: ImportReport | None = None
    work: Work | None = None
    stopping: bool = False

    @property
    def plan(self) -> ImportPlan:
        """Return what would be done."""
        meant = tuple((heading, "" if column == LEFT_OUT else column) for heading, column in self.columns)
        return ImportPlan(self.paths, self.items, meant, self.overwrite)

    @property
    def path(self) -> Path | None:
        """Return the file whose beginning is shown."""
        return self.paths[self.shown] if self.shown < len(self.paths) else None

    @property
    def is_table(self) -> bool:
        """Tell whether the file shown is a table, which has columns instead of fields."""
        return self.preview is not None and self.preview.kind is SourceFormat.CSV

    @property
    def may_go_on(self) -> bool:
        """Tell whether the next step can be taken now."""
        if self.work is not None:
            return False
        match self.step:
            case Step.FILES:
                return bool(self.paths)
            case Step.PREVIEW:
                return self.preview is not None and self.preview.usable
            case Step.CHECK:
                return self.checked is not None and not self.checked.cancelled and self.stores_something
            case _:
                return True

    @property
    def may_go_back(self) -> bool:
        """Tell whether the step before can be looked at again."""
        return self.work is None and self.step in (Step.PREVIEW, Step.CHECK)

    @property
    def stores_something(self) -> bool:
        """Tell whether the import would change anything."""
        told = self.checked
        return told is not None and bool(
            told.created + told.updated + told.items_created + told.items_updated
        )


def with_files(state: ImportState, paths: Iterable[Path]) -> ImportState:
    """Add files, each once, in the order in which they came."""
    known = dict.fromkeys((*state.paths, *paths))
    return _unchecked(replace(state, paths=tuple(known), step=Step.FILES, shown=0, preview=None))


def without_file(state: ImportState, place: int) -> ImportState:
    """Take one of the files out again."""
    kept = tuple(path for number, path in enumerate(state.paths) if number != place)
    return _unchecked(replace(state, paths=kept, step=Step.FILES, shown=0, preview=None))


def looking_at(state: ImportState, place: int) -> ImportState:
    """Show the beginning of another of the files."""
    inside = min(max(0, place), max(0, len(state.paths) - 1))
    return replace(state, shown=inside, preview=None)


def with_items(state: ImportState, items: str) -> ImportState:
    """Choose where items are."""
    return _unchecked(replace(state, items=items if items in ITEM_CHOICES else "auto"))


def with_column(state: ImportState, heading: str, column: str) -> ImportState:
    """Say what a heading of tables means: a column, that it is left out, or that it is as found."""
    others = tuple(pair for pair in state.columns if pair[0] != heading)
    columns = others if column == AS_FOUND else (*others, (heading, column))
    return _unchecked(replace(state, columns=columns))


def with_overwriting(state: ImportState, overwrite: bool) -> ImportState:
    """Choose whether records that were edited here are replaced."""
    return _unchecked(replace(state, overwrite=overwrite))


def previewed(state: ImportState, preview: Preview) -> ImportState:
    """Show the beginning of the file."""
    return replace(state, preview=preview, work=None, stopping=False, step=Step.PREVIEW)


def working(state: ImportState, work: Work) -> ImportState:
    """Begin something; indexing goes on from importing and can be stopped no more."""
    return replace(state, work=work, stopping=False if work is not Work.INDEXING else state.stopping)


def stopping(state: ImportState) -> ImportState:
    """Note that whoever is at work has been told to stop."""
    return replace(state, stopping=state.work in (Work.CHECKING, Work.IMPORTING))


def checked(state: ImportState, report: ImportReport) -> ImportState:
    """Show what the import would do; one that was stopped is not enough to go on."""
    return replace(state, work=None, stopping=False, checked=report, step=Step.CHECK)


def imported(state: ImportState, report: ImportReport) -> ImportState:
    """Show what the import did."""
    return replace(state, work=None, stopping=False, report=report, step=Step.DONE)


def failed(state: ImportState) -> ImportState:
    """Go back to what was there before the work that failed."""
    return replace(state, work=None, stopping=False)


def back(state: ImportState) -> ImportState:
    """Go one step back; nothing is stored before the last."""
    if not state.may_go_back:
        return state
    return replace(state, step=Step.FILES if state.step is Step.PREVIEW else Step.PREVIEW)


def draft_values(state: ImportState) -> dict[str, object]:
    """Return the import as a draft keeps it."""
    return {
        "paths": [str(path) for path in state.paths],
        "items": state.items,
        "columns": [list(pair) for pair in state.columns],
        "overwrite": state.overwrite,
    }


def restored(values: object) -> ImportState | None:
    """Return the import that a draft tells of, as far as it is understood; None where it tells of none."""
    if not isinstance(values, Mapping) or not isinstance(values.get("paths"), list):
        return None
    state = with_files(ImportState(), [Path(str(path)) for path in values["paths"]])
    state = with_items(state, str(values.get("items")))
    for pair in values.get("columns") or []:
        if isinstance(pair, list) and len(pair) == 2:
            state = with_column(state, str(pair[0]), str(pair[1]))
    state = with_overwriting(state, values.get("overwrite") is True)
    return state if state.paths else None


def _unchecked(state: ImportState) -> ImportState:
    """Return a plan that was changed, of which an earlier check says nothing any more."""
    return replace(state, checked=None)
