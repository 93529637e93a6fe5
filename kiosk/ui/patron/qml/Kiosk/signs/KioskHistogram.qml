pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// How many titles fall into each step of a range, and which steps are wanted. Dragging or the arrow keys
// move the nearer end; `picked` tells when an end has been let go.
FocusScope {
    id: histogram

    property list<real> values
    property int lower: 0
    property int upper: values.length - 1
    property string lowLabel
    property string highLabel
    property string name // said to screen readers
    property real barsHeight: Theme.px(48)

    readonly property real greatest: Math.max(1, ...values)
    readonly property real gap: Theme.px(4)
    readonly property real step: values.length > 0 ? (width + gap) / values.length : 1

    signal picked(lower: int, upper: int)

    implicitWidth: Theme.px(196)
    implicitHeight: Math.max(Theme.px(80), barsHeight + Theme.captionLine + Theme.px(4))
    Accessible.role: Accessible.Grouping
    Accessible.name: `${name} ${lowLabel} – ${highLabel}`

    function move(end: int, place: int): void {
        const spot = Math.max(0, Math.min(values.length - 1, place));
        picked(end === 0 ? Math.min(spot, upper) : lower, end === 0 ? upper : Math.max(spot, lower));
    }

    Row {
        spacing: histogram.gap
        height: histogram.barsHeight

        Repeater {
            model: histogram.values

            Rectangle {
                required property real modelData
                required property int index

                anchors.bottom: parent?.bottom
                width: Math.max(1, Math.round(histogram.step - histogram.gap))
                height: modelData > 0 ? Math.max(Theme.stroke(3), Math.round(histogram.barsHeight * modelData / histogram.greatest)) : 0
                radius: Theme.px(2)
                color: index >= histogram.lower && index <= histogram.upper ? Theme.action : Theme.line
            }
        }
    }

    Rectangle {
        y: histogram.barsHeight
        width: parent.width
        height: Theme.stroke(2)
        color: Theme.edge
    }

    KioskText {
        y: histogram.barsHeight + Theme.px(4)
        text: histogram.lowLabel
        level: KioskText.Caption
        secondary: true
        decorative: true
    }

    KioskText {
        y: histogram.barsHeight + Theme.px(4)
        anchors.right: parent.right
        text: histogram.highLabel
        level: KioskText.Caption
        secondary: true
        decorative: true
    }

    PointHandler {
        onActiveChanged: if (!active && point.pressPosition.x >= 0) {
            const place = Math.floor(point.position.x / histogram.step);
            const end = Math.abs(place - histogram.lower) <= Math.abs(place - histogram.upper) ? 0 : 1;
            histogram.move(end, place);
        }
    }

    Repeater {
        model: 2

        Item {
            id: handle

            required property int index
            readonly property int place: index === 0 ? histogram.lower : histogram.upper

            objectName: `${histogram.objectName}.${index === 0 ? "lower" : "upper"}`
            x: Math.round(place * histogram.step)
            width: Math.max(Theme.px(12), histogram.step - histogram.gap)
            height: histogram.barsHeight
            activeFocusOnTab: true
            Accessible.role: Accessible.Slider
            Accessible.name: index === 0 ? histogram.lowLabel : histogram.highLabel
            Accessible.focusable: true
            Accessible.onIncreaseAction: histogram.move(index, place + 1)
            Accessible.onDecreaseAction: histogram.move(index, place - 1)
            Keys.onLeftPressed: histogram.move(index, place + (Theme.mirrored ? 1 : -1))
            Keys.onRightPressed: histogram.move(index, place + (Theme.mirrored ? -1 : 1))

            KioskFocusRing {
                around: Theme.radiusLabel
                shown: Theme.keysInUse && handle.activeFocus
            }
        }
    }
}
