import QtQuick
import Kiosk

// The ring around its parent while that has the focus by keys. `inside` for what touches a neighbour.
Rectangle {
    id: ring

    property real around: Theme.radiusButton
    property bool inside: false
    property real gap: Theme.px(4)
    property bool shown: Theme.keysInUse && (parent?.activeFocus ?? false)

    readonly property real reach: inside ? -Theme.px(8) : Theme.focusStroke + gap

    anchors.fill: parent
    anchors.margins: -reach
    z: 10
    visible: shown
    color: "transparent"
    radius: inside ? Math.max(0, around - Theme.px(2)) : around + Theme.px(6)
    border.width: Theme.focusStroke
    border.color: Theme.focus
}
