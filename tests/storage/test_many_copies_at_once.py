"""A batch of copies may be larger than what either database takes in one statement."""

from sqlalchemy import text

from kiosk.storage.tables import items

from .builders import Town

MANY = 65_600


def many_copies(town: Town) -> list[int]:
    """Make many copies like one that is there; return their numbers."""
    like = town.item()
    own = {"id", "barcode", "barcode_key"}
    names = ", ".join(column.name for column in items.c if column.name not in own)
    with town.database.act() as work:
        work.link.write(
            text(
                f"INSERT INTO items (barcode, barcode_key, {names})"
                f" WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {MANY})"
                f" SELECT 'many' || n.x, 'many' || n.x, {names} FROM n, items WHERE items.id = {like.id}"
            )
        )
        found = work.link.column(items.select().with_only_columns(items.c.id).where(items.c.id != like.id))
        work.commit()
    assert len(found) == MANY
    return found


def test_as_many_copies_as_a_batch_may_have_are_locked_looked_at_and_forgotten(town: Town) -> None:
    numbers = many_copies(town)
    with town.database.act() as work:
        assert len(work.item_edits.locked(reversed(numbers))) == MANY
        ties = work.item_edits.ties(numbers)
        assert len(ties) == MANY
        assert not any(tie.on_loan or tie.held or tie.unpaid or tie.lent for tie in ties.values())
        work.item_edits.forget_history(numbers)
        assert len(work.copy_rows.of_items(numbers[:3])) == 3
        work.commit()
