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

    implicitHeight: Theme.px(72) + Theme.growth
    Accessible.role: Accessible.Row
    Accessible.name: cells.map((cell, column) => `${heads[column]} ${cell}`).join(", ")

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
        height: parent.height

        Repeater {
            model: row.cells

            Item {
                id: cell

                required property string modelData
                required property int index
                readonly property real inset: index === 0 && row.iconName !== "" ? Theme.px(50) : 0

                width: row.widths[index] ?? 0
                height: row.height

                KioskIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: cell.inset > 0
                    name: row.iconName
                    size: Theme.px(32)
                }

                KioskText {
                    x: cell.inset
                    width: parent.width - x
                    height: parent.height
                    text: cell.modelData
                    decorative: true
                    font.weight: cell.index === 0 || row.marked ? Font.DemiBold : Font.Normal
                    horizontalAlignment: cell.index === 0 ? Text.AlignLeft : Text.AlignRight
                    elide: Text.ElideRight
                }
            }
        }
    }
}
