pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Letters with their signs beside the keyboard, where a lying screen has the room.
Column {
    id: block

    property list<string> rows
    property bool shifted: false

    signal typed(letter: string)

    spacing: Theme.px(20)

    Repeater {
        model: block.rows

        Row {
            id: line

            required property string modelData

            spacing: Theme.px(16)

            Repeater {
                model: line.modelData.split("")

                KioskKey {
                    required property string modelData

                    objectName: `key.${modelData}`
                    text: block.shifted ? modelData.toUpperCase() : modelData
                    onClicked: block.typed(modelData)
                }
            }
        }
    }
}
