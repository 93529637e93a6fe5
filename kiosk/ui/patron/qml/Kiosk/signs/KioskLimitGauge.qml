pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Loans against the limit, one cell a loan: those from before, those of today, those left.
Item {
    id: gauge

    property int before: 0
    property int today: 0
    property int limit: 0
    property string text // "5 of 20 on your card", said to screen readers

    readonly property int cells: Math.min(60, Math.max(limit, before + today))
    readonly property real cellWidth: cells > 0 ? (width - Theme.px(5) * (cells - 1)) / cells : 0

    implicitHeight: Theme.px(14)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text

    Repeater {
        model: gauge.cells

        Rectangle {
            required property int index
            readonly property bool taken: index < gauge.before + gauge.today
            readonly property real start: Math.round(index * (gauge.cellWidth + Theme.px(5)))

            x: start
            width: Math.max(1, Math.floor(gauge.cellWidth))
            height: gauge.height
            radius: Theme.px(3)
            color: index < gauge.before ? Theme.ink : taken ? Theme.action : Theme.sunk
            border.width: taken ? 0 : Theme.stroke(1)
            border.color: Theme.line
        }
    }
}
