import QtQuick
import Kiosk

// Which control follows which by keys. A list is walked row by row, seen or not; out of a dialog no key
// leads but Back.
QtObject {
    function follower(start: Item, forward: bool, aside: bool): Item {
        const row = rowAround(start);
        const next = start.nextItemInFocusChain(forward);
        if (row && isWithin(next, row) && next !== row)
            return next;
        // Looked for before the rows beside: those are made for it as they come near, and the start may go.
        const out = outOf(row, start, next, forward);
        if (row && !(aside && isAtSide(row, forward))) {
            const view = row.parent.parent as ItemView;
            const beside = entranceFrom(view, indexOf(view, row) + (forward ? 1 : -1), forward);
            if (beside)
                return beside;
        }
        const other = out ? rowAround(out) : null;
        return other ? entranceAtEnd(other, forward) : out;
    }

    // The first control from `next` on that lies in no row beside this one, nor out of the dialog of the start.
    function outOf(row: Item, start: Item, next: Item, forward: bool): Item {
        const dialog = dialogAround(start);
        const list = row?.parent ?? null;
        for (let tries = 0; tries < 2000 && next && next !== start; tries++) {
            if (!(list && rowAround(next)?.parent === list) && (!dialog || isWithin(next, dialog)))
                return next;
            next = next.nextItemInFocusChain(forward);
        }
        return null;
    }

    // Which of how many an item is: of its list, or of its like beside it.
    function placeOf(item: Item): list<int> {
        const row = rowAround(item);
        const view = row ? row.parent.parent as ItemView : null;
        if (view && view.count > 1)
            return [indexOf(view, row) + 1, view.count];
        const outer = item.parent;
        let number = 0, total = 0;
        for (let index = 0; outer && index < outer.children.length; index++) {
            const other = outer.children[index] as Item;
            if (other?.visible && other.enabled && other.activeFocusOnTab && other.Accessible.role === item.Accessible.role) {
                total++;
                if (other === item)
                    number = total;
            }
        }
        return number > 0 ? [number, total] : [0, 0];
    }

    function dialogAround(item: Item): KioskDialog {
        for (let outer = item; outer; outer = outer.parent) {
            const dialog = outer as KioskDialog;
            if (dialog?.shown)
                return dialog;
        }
        return null;
    }

    // The delegate of a list that an item is or lies in: what stands on the list's own ground.
    function rowAround(item: Item): Item {
        for (let outer = item; outer?.parent; outer = outer.parent) {
            const view = outer.parent.parent as ItemView;
            if (view && outer.parent === view.contentItem && indexOf(view, outer) >= 0)
                return outer;
        }
        return null;
    }

    function indexOf(view: ItemView, row: Item): int {
        return view.indexAt(row.x + row.width / 2, row.y + row.height / 2);
    }

    // A list is entered at its first or last row with a control, whichever of its rows was made first.
    function entranceAtEnd(row: Item, first: bool): Item {
        const view = row.parent.parent as ItemView;
        return entranceFrom(view, first ? 0 : view.count - 1, first) ?? entrance(row, first);
    }

    // Rows without a control, such as items that are borrowed, are passed over.
    function entranceFrom(view: ItemView, index: int, forward: bool): Item {
        for (let row = rowAt(view, index); row; row = rowAt(view, index)) {
            const found = entrance(row, forward);
            if (found)
                return found;
            index += forward ? 1 : -1;
        }
        return null;
    }

    function rowAt(view: ItemView, index: int): Item {
        if (index < 0 || index >= view.count)
            return null;
        if (!view.itemAtIndex(index))
            view.positionViewAtIndex(index, ItemView.Contain);
        return view.itemAtIndex(index);
    }

    // Whether a step aside leads out of a list of rows: out of its first or last column.
    function isAtSide(row: Item, forward: bool): bool {
        const grid = row.parent.parent as GridView;
        const list = row.parent.parent as ListView;
        if (!grid)
            return list ? list.orientation === ListView.Vertical : false;
        const columns = Math.max(1, Math.floor(grid.width / grid.cellWidth));
        return indexOf(grid, row) % columns === (forward ? columns - 1 : 0);
    }

    // Where the focus comes in: the row itself, or the first or last control in it.
    function entrance(row: Item, forward: bool): Item {
        if (row.activeFocusOnTab)
            return row;
        const first = row.nextItemInFocusChain(true);
        let last = first;
        for (let next = first; !forward && next && isWithin(next, row); next = next.nextItemInFocusChain(true)) {
            last = next;
            if (next.nextItemInFocusChain(true) === first)
                break;
        }
        return isWithin(last, row) ? last : null;
    }

    function isWithin(item: Item, area: Item): bool {
        for (let outer = item; outer; outer = outer.parent)
            if (outer === area)
                return true;
        return false;
    }
}
