import QtQuick
import Kiosk

// Which ways to reach the library stand on the strip at home, which with their address, and where each begins.
QtObject {
    id: plan

    property list<real> briefs: [] // how wide each is with its name alone
    property list<real> wholes: [] // and with its address
    property real last: 0 // and "more"
    property real room: 0 // how wide all may be together
    property real easy: room // and with addresses
    property real gap: 0
    property bool band: false // takes all the room, on two lines where it has to

    readonly property int count: briefs.length
    readonly property bool folded: band && !Theme.largeText && count > 2 && sum(briefs) > room
    readonly property int columns: count > 4 ? 3 : 2 // of two lines
    readonly property real column: Math.floor((room - (columns - 1) * gap) / columns)

    // How many stand there; the others are behind "more".
    readonly property int fitting: {
        if (folded)
            return count <= 2 * columns ? count : 2 * columns - 1;
        if (sum(briefs) <= room)
            return count;
        let many = count - 1;
        while (many > 1 && sum(briefs.slice(0, many)) + gap + last > room)
            many--;
        return Math.min(count, Math.max(1, many));
    }
    readonly property bool cut: fitting < count

    // Each with its address while there is room.
    readonly property list<bool> told: {
        if (folded)
            return wholes.map(wide => wide <= column);
        let left = easy - sum(briefs.slice(0, fitting)) - (cut ? gap + last : 0);
        return wholes.map((wide, index) => {
            const more = Math.max(0, wide - briefs[index]);
            if (index >= fitting || more > left)
                return false;
            left -= more;
            return true;
        });
    }
    readonly property list<real> widths: told.slice(0, fitting).map((whole, index) => folded ? column : Math.min(room, whole ? Math.max(wholes[index], briefs[index]) : briefs[index]))
    readonly property real natural: sum(widths) + (cut ? gap + last : 0)
    readonly property real spread: band && !folded ? Math.max(0, room - natural) / Math.max(1, fitting) : 0

    function sum(widths: list<real>): real {
        return widths.reduce((all, one) => all + one, 0) + Math.max(0, widths.length - 1) * gap;
    }

    function leftOf(index: int): real {
        if (folded)
            return (index % columns) * (column + gap);
        return widths.slice(0, index).reduce((all, one) => all + one + gap + spread, 0);
    }

    function topOf(index: int): real {
        return folded && index >= columns ? 2 * Theme.captionLine + Theme.px(20) : 0;
    }
}
