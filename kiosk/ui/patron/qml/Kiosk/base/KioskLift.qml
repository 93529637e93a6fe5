pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The lift of its parent off the ground: `layers` translucent rectangles, no blur. `upward` throws it
// onto the card behind, as between the guide cards at home.
Item {
    id: lift

    property int layers: 3
    property real radius: Theme.radiusCard
    property bool upward: false

    anchors.fill: parent
    visible: !Theme.highContrast
    Accessible.ignored: true

    Repeater {
        model: lift.visible ? lift.layers : 0

        Rectangle {
            required property int index
            readonly property real grow: Theme.px(index)
            readonly property real drop: lift.upward ? -Theme.px(2) : Theme.px(2 + 2 * index)

            x: -grow
            y: drop - grow
            width: lift.width + 2 * grow
            height: lift.height + 2 * grow - (lift.upward ? Theme.px(1) : 0)
            radius: lift.radius + grow
            color: lift.upward ? Theme.faded("#000000", Theme.lift.a * 0.62) : Theme.lift
        }
    }
}
