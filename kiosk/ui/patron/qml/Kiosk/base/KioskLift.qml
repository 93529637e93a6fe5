pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The lift of its parent off the ground: `layers` translucent rectangles, no blur. `upward` throws it
// onto the card behind, as between the guide cards at home. Of each only the rim is drawn: its middle lies
// behind the card, and to mix it in at every frame costs more than all else in a list that moves.
Item {
    id: lift

    property int layers: 3
    property real radius: Theme.radiusCard
    property bool upward: false
    property bool raised: true
    readonly property bool drawn: raised && !Theme.highContrast

    anchors.fill: parent
    visible: drawn
    Accessible.ignored: true

    Repeater {
        model: lift.drawn ? lift.layers : 0 // not by what is seen: a page or row turned to again would make them anew

        Rectangle {
            required property int index
            readonly property real grow: Theme.px(index)
            readonly property real rim: Math.ceil(Theme.px(2 + 3 * index) + radius)
            readonly property bool rimmed: !lift.upward && 2 * rim < Math.min(width, height)
            readonly property real drop: lift.upward ? -Theme.px(2) : Theme.px(2 + 2 * index)

            x: -grow
            y: drop - grow
            width: lift.width + 2 * grow
            height: lift.height + 2 * grow - (lift.upward ? Theme.px(1) : 0)
            radius: lift.radius + grow
            color: lift.upward ? Theme.faded("#000000", Theme.lift.a * 0.62) : rimmed ? "transparent" : Theme.lift
            border.width: rimmed ? rim : 0
            border.color: Theme.lift
        }
    }
}
