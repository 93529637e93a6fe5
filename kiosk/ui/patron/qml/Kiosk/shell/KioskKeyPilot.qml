import QtQuick
import Kiosk
import Kiosk.Desk

// Leads the focus by arrow keys, Tab and Back, shows the ring on keys only, keeps the focus in sight.
Item {
    id: pilot

    required property Item scope
    required property NarrationViewModel narration
    readonly property Item focused: Window.activeFocusItem
    property Flickable view: null // what scrolls the focus, if anything does

    signal backWanted
    signal somebodyThere

    KioskKeyPath {
        id: path
    }

    // Heard from the window, not from `focused`: what is brought into sight may pass the focus on meanwhile.
    Connections {
        target: pilot.Window

        function onActiveFocusItemChanged(): void {
            pilot.follow(pilot.Window.activeFocusItem);
        }
    }

    // What stands on a page moves once the keyboard has taken its room or given it back.
    Connections {
        target: pilot.view

        function onContentHeightChanged(): void {
            Qt.callLater(pilot.lookAgain);
        }

        function onHeightChanged(): void {
            Qt.callLater(pilot.lookAgain);
        }
    }

    PointHandler {
        acceptedDevices: PointerDevice.AllDevices
        grabPermissions: PointerHandler.ApprovesTakeOverByAnything
        onActiveChanged: if (active) {
            Theme.keysInUse = false;
            pilot.somebodyThere();
        }
    }

    Keys.onPressed: event => {
        pilot.somebodyThere();
        const steps = {
            [Qt.Key_Down]: 1,
            [Qt.Key_Right]: 1,
            [Qt.Key_Tab]: 1,
            [Qt.Key_Up]: -1,
            [Qt.Key_Left]: -1,
            [Qt.Key_Backtab]: -1
        };
        const step = steps[event.key] ?? 0;
        const aside = event.key === Qt.Key_Left || event.key === Qt.Key_Right;
        if (step !== 0) {
            pilot.step(aside && Theme.mirrored ? step < 0 : step > 0, event.key !== Qt.Key_Down && event.key !== Qt.Key_Up);
            event.accepted = true;
        } else if (event.key === Qt.Key_Back || event.key === Qt.Key_Escape) {
            pilot.backWanted();
            event.accepted = true;
        }
    }

    function follow(item: Item): void {
        bringIntoSight(item);
        if (item !== Window.activeFocusItem)
            return;
        const place = item ? path.placeOf(item) : [0, 0];
        narration.stand(place[0], place[1]);
    }

    // `aside` leads out of a list at its side: up and down would have to walk it to its end.
    function step(forward: bool, aside: bool): void {
        Theme.keysInUse = true;
        const next = path.follower(focused ?? scope, forward, aside);
        if (next === null)
            lookAgain(); // the only control may be further down
        else
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    // The keyboard that a field calls takes its room, and gives it back: the focus stays in sight.
    function lookAgain(): void {
        bringIntoSight(Window.activeFocusItem);
    }

    function bringIntoSight(item: Item): void {
        let nearest = null;
        for (let outer = item?.parent ?? null; outer; outer = outer.parent) {
            const flick = outer as Flickable;
            nearest = nearest ?? flick;
            if (flick && Theme.keysInUse)
                reveal(flick, item);
        }
        view = nearest;
    }

    function reveal(flick: Flickable, item: Item): void {
        const spot = item.mapToItem(flick.contentItem, 0, 0);
        const margin = Theme.px(24);
        if (flick.contentHeight > flick.height) {
            const lowest = Math.min(spot.y - margin, flick.originY + flick.contentHeight - flick.height);
            const highest = spot.y + item.height + margin - flick.height;
            flick.contentY = Math.max(flick.originY, Math.min(Math.max(flick.contentY, highest), Math.max(lowest, flick.originY)));
        }
        if (flick.contentWidth > flick.width) {
            const leftmost = spot.x + item.width + margin - flick.width;
            flick.contentX = Math.max(flick.originX, Math.min(Math.max(flick.contentX, leftmost), spot.x - margin));
        }
    }
}
