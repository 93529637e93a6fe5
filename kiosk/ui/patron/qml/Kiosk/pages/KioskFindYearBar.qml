import QtQuick
import Kiosk

// One decade of the histogram.
Item {
    id: bar

    required property string barLabel
    required property int barFirst
    required property int barLast
    required property real barShare
    required property bool barInside
    property bool marked: barInside

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: bar.barShare > 0 ? Math.max(Theme.px(4), Math.round(bar.barShare * parent.height)) : 0
        radius: Theme.px(3)
        color: bar.marked ? Theme.action : Theme.highContrast ? "transparent" : Theme.line
        border.width: Theme.highContrast && !bar.marked ? Theme.stroke(1) : 0
        border.color: Theme.line
    }
}
