pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The shelves and bins beside the kiosk, as they stand there, with the one to use lit.
Rectangle {
    id: places

    property list<string> labels
    property int current: -1
    property string hereText // "Here"
    property string name

    implicitHeight: Theme.px(462)
    radius: Theme.radiusDialog
    color: Theme.sunk
    border.width: Theme.highContrast ? Theme.stroke(3) : 0
    border.color: Theme.ink
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Rectangle {
        x: Theme.px(12)
        y: Theme.px(424)
        width: parent.width - 2 * x
        height: Theme.stroke(4)
        color: Theme.edge
    }

    Row {
        id: row

        readonly property real each: (places.width - Theme.px(56) - spacing * (places.labels.length - 1)) / Math.max(1, places.labels.length)

        x: Theme.px(28)
        y: Theme.px(82)
        spacing: Theme.px(16)

        Repeater {
            model: places.labels

            KioskReturnPlace {
                required property string modelData
                required property int index

                width: Math.round(row.each)
                label: modelData
                number: index
                chosen: index === places.current
            }
        }
    }

    KioskLabel {
        x: Theme.px(28) + Math.max(0, places.current) * (row.each + row.spacing) + Theme.px(10)
        y: Theme.px(15)
        visible: places.current >= 0
        text: places.hereText
        iconName: "pin"
        iconSize: Theme.px(34)
        gap: Theme.px(10)
        weight: Font.Bold
        color: Theme.giveBackText
    }
}
