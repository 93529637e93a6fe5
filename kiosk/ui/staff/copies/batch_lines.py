"""What a batch change does to each copy, line by line, and what became of it; free of windows."""

from collections.abc import Sequence

from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.staff.copies.batch import BatchLine
from kiosk.staff.copies.fields import differing, fields_of
from kiosk.ui.staff.copies.both_changed import shown
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.words import Wording

_FIRST = 3


def change_text(line: BatchLine, library: Library, words: Wording) -> str:
    """Return what will be another: field by field, from what to what; else why the copy stays."""
    if line.why_not is not None:
        return words.show(line.why_not)
    before = fields_of(line.before)
    parts = [
        words(
            "staff.copies.batch.from_to",
            field=words(f"staff.copies.field.{name}"),
            before=shown(name, getattr(before, name), library, words),
            after=shown(name, getattr(line.after, name), library, words),
        )
        for name in differing(before, line.after)
    ]
    if line.before.condition is not line.condition:
        parts.append(
            words(
                "staff.copies.batch.from_to",
                field=words("staff.copies.state"),
                before=words(f"copies.state.{line.before.condition.value}"),
                after=words(f"copies.state.{line.condition.value}"),
            )
        )
    return "; ".join(parts) or words("staff.copies.batch.same")


def line_chip(line: BatchLine, words: Wording) -> Chip:
    """Return whether the copy will be changed."""
    if line.why_not is not None:
        return Chip(words("staff.copies.batch.not"), "stop")
    if line.changes:
        return Chip(words("staff.copies.batch.will"), "good")
    return Chip(words("staff.copies.batch.stays"))


def batch_columns(words: Wording, library: Library) -> tuple[Column[BatchLine], ...]:
    """Return the columns of a preview."""
    return (
        Column("barcode", words("staff.copies.barcode"), lambda line: line.before.barcode, "mono", 160),
        Column("title", words("staff.copies.title"), lambda line: line.row.title, width=180),
        Column(
            "will",
            words("staff.copies.batch.what"),
            lambda line: line_chip(line, words).text,
            width=120,
            chip=lambda line: line_chip(line, words),
        ),
        Column("change", words("staff.copies.batch.change"), lambda line: change_text(line, library, words)),
    )


def skipped_text(skipped: Sequence[tuple[Item, Problem]], words: Wording) -> str:
    """Return how many were left alone, and why the first of them were."""
    told = [f"{item.barcode}: {words.show(why)}" for item, why in skipped[:_FIRST]]
    return " ".join([words.count("staff.copies.batch.skipped", len(skipped)), *told])
