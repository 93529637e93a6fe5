pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One row of KioskTable.
Item {
    id: row

    property list<string> heads
    property list<real> widths
    property list<string> cells
    property string iconName
    property bool marked: false
    property bool figures: true

    implicitHeight: Math.max(Theme.px(72) + Theme.growth, line.implicitHeight + Theme.px(32))
    Accessible.role: Accessible.Row
    Accessible.name: cells.map((cell, column) => column === 0 ? cell : `${heads[column]} ${cell}`).join(", ")

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.px(14)
        anchors.rightMargin: -Theme.px(14)
        visible: row.marked
        radius: Theme.radiusSlip
        color: Theme.tintAsk
        border.width: Theme.highContrast ? Theme.stroke(3) : 0
        border.color: Theme.ink
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        visible: !row.marked
        color: Theme.line
    }

    Row {
        id: line

        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: row.cells

            Item {
                id: cell

                required property string modelData
                required property int index
                readonly property real inset: index === 0 ? (row.iconName !== "" ? Theme.px(50) : 0) : row.figures ? Theme.px(12) : 0
                readonly property real outset: row.figures || index === row.cells.length - 1 ? 0 : Theme.px(12)

                anchors.verticalCenter: parent?.verticalCenter
                width: row.widths[index] ?? 0
                height: words.height

                KioskIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: cell.index === 0 && row.iconName !== ""
                    name: row.iconName
                    size: Theme.px(32)
                }

                KioskText {
                    id: words

                    x: cell.inset
                    width: parent.width - x - cell.outset
                    text: cell.modelData
                    decorative: true
                    font.weight: cell.index === 0 || row.marked ? Font.DemiBold : Font.Normal
                    horizontalAlignment: cell.index === 0 || !row.figures ? Theme.alignStart : Theme.alignEnd
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
