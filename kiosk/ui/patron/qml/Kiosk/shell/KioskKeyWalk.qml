import QtQuick
import Kiosk
import Kiosk.Desk

// Walks the keyboard on the screen by arrows: OK in a field begins it, OK types, Back ends it. Where
// somebody types on a keyboard of their own, OK is theirs.
Item {
    id: walk

    property NarrationViewModel narration: null
    required property Item bed // in which the keys lie
    property bool walking: false
    property KioskKey aimed: null
    property real lastX: 0
    property real lastY: 0
    property bool held: false
    property string told // of the key aimed at
    // Whose last input was a finger, or who types letters, has Enter for what it means in the field.
    readonly property bool byKeypad: narration !== null && !narration.letters && (Theme.keysInUse || narration.active)

    function stop(): void {
        if (!walking)
            return;
        walking = false;
        take(null);
        narration?.endSpelling();
    }

    function take(key: KioskKey): void {
        if (aimed !== null)
            aimed.aimed = false;
        aimed = key;
        if (key === null)
            return;
        key.aimed = true;
        const middle = key.mapToItem(bed, key.width / 2, key.height / 2);
        lastX = middle.x;
        lastY = middle.y;
        told = `${key.Accessible.name}${key.latched}`;
        narration?.aim(key.Accessible.name, key.latched);
    }

    function begin(): void {
        Theme.keysInUse = true;
        walking = true;
        const rows = rowsOfKeys();
        if (rows.length > 0)
            take(rows[0][0].key);
    }

    function keysIn(item: Item, found: var): void {
        for (let index = 0; index < item.children.length; index++) {
            const child = item.children[index] as Item;
            if (child === null || !child.visible)
                continue;
            const key = child as KioskKey;
            if (key === null)
                keysIn(child, found);
            else if (key.enabled) {
                const middle = key.mapToItem(bed, key.width / 2, key.height / 2);
                found.push({
                    "key": key,
                    "x": middle.x,
                    "y": middle.y
                });
            }
        }
    }

    // Row by row, each from the left; while the letters behind a key are shown, those alone.
    function rowsOfKeys(): var {
        const all = [];
        keysIn(bed, all);
        const variants = all.filter(one => one.key.objectName.startsWith("key.variant."));
        const keys = (variants.length > 0 ? variants : all).sort((a, b) => a.y - b.y);
        const rows = [];
        for (const one of keys) {
            const row = rows[rows.length - 1];
            if (row !== undefined && Math.abs(row[0].y - one.y) < Theme.px(40))
                row.push(one);
            else
                rows.push([one]);
        }
        rows.forEach(row => row.sort((a, b) => a.x - b.x));
        return rows;
    }

    function nearest(row: var): KioskKey {
        return row.reduce((best, one) => Math.abs(one.x - lastX) < Math.abs(best.x - lastX) ? one : best).key;
    }

    // To the next key of the row or to the next row, and round.
    function go(across: int, down: int): void {
        const rows = rowsOfKeys();
        if (rows.length === 0)
            return;
        let at = 0;
        rows.forEach((row, index) => {
            if (Math.abs(row[0].y - lastY) < Math.abs(rows[at][0].y - lastY))
                at = index;
        });
        if (down !== 0) {
            take(nearest(rows[(at + down + rows.length) % rows.length]));
            return;
        }
        const row = rows[at];
        const place = row.findIndex(one => one.key === aimed);
        take(place < 0 ? nearest(row) : row[(place + across + row.length) % row.length].key);
    }

    // The keys may have changed by what was pressed: then what stands in the same place is aimed at.
    function look(): void {
        if (!walking)
            return;
        const rows = rowsOfKeys();
        if (rows.some(row => row.some(one => one.key === aimed))) {
            if (told !== `${aimed.Accessible.name}${aimed.latched}`)
                take(aimed);
            return;
        }
        aimed = null;
        go(0, 0);
    }

    Keys.onPressed: event => {
        const ok = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        if (!walking) {
            if (ok && byKeypad && !event.isAutoRepeat) {
                held = true; // until it is let go it types nothing
                begin();
                event.accepted = true;
            } else if (event.text.length === 1 && event.text >= " ")
                narration?.haveLetters();
            return;
        }
        event.accepted = true;
        if (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
            go(event.key === Qt.Key_Right ? 1 : -1, 0);
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            go(0, event.key === Qt.Key_Down ? 1 : -1);
        else if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back)
            stop();
        else if (ok && event.isAutoRepeat) {
            if (!held)
                aimed?.held();
            held = true;
            Qt.callLater(look);
        } else if (ok)
            held = false;
        else
            event.accepted = false;
    }

    Keys.onReleased: event => {
        if (!walking || event.isAutoRepeat || event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)
            return;
        if (!held)
            aimed?.click();
        held = false;
        event.accepted = true;
        Qt.callLater(look);
    }
}
