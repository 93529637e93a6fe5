pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Points one below the other; steps carry their number on a disc.
Column {
    id: points

    property list<string> items
    property bool numbered: false

    readonly property real inset: Theme.px(numbered ? 60 : 36) + (numbered ? Theme.growth : 0)

    spacing: Theme.px(numbered ? 14 : 8)
    Accessible.role: Accessible.List

    Repeater {
        model: points.items

        Item {
            id: point

            required property string modelData
            required property int index

            width: points.width
            height: Math.max(words.height, disc.visible ? disc.height : 0)

            Rectangle {
                id: disc

                visible: points.numbered
                width: Theme.px(42) + Theme.growth
                height: width
                radius: width / 2
                color: Theme.tintAsk
                border.width: Theme.highContrast ? Theme.stroke(2) : 0
                border.color: Theme.ink

                KioskText {
                    anchors.centerIn: parent
                    text: (point.index + 1).toString()
                    color: Theme.askText
                    font.weight: Font.Bold
                }
            }

            Rectangle {
                x: Theme.px(6)
                y: Math.round((Theme.bodyLine - height) / 2)
                visible: !points.numbered
                width: Theme.px(10)
                height: width
                radius: width / 2
                color: Theme.highContrast ? Theme.ink : Theme.askText
            }

            KioskAnswerWords {
                id: words

                x: points.inset
                y: points.numbered ? Math.max(0, Math.round((disc.height - Theme.bodyLine) / 2)) : 0
                width: parent.width - x
                text: point.modelData
            }
        }
    }
}
