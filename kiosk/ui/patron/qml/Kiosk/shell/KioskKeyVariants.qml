pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The letters behind a key that is held, and a way out.
Rectangle {
    id: choice

    property list<string> letters
    readonly property bool open: letters.length > 0 && letters[0] !== ""

    signal chosen(letter: string)
    signal closed

    visible: open
    width: row.width + Theme.px(32)
    height: row.height + Theme.px(36)
    radius: Theme.radiusDialog
    color: Theme.ink

    Row {
        id: row

        x: Theme.px(16)
        y: Theme.px(16)
        spacing: Theme.px(16)

        Repeater {
            model: choice.open ? choice.letters : []

            KioskKey {
                required property string modelData

                objectName: `key.variant.${modelData}`
                text: modelData
                onClicked: choice.chosen(modelData)
            }
        }

        KioskKey {
            objectName: "key.variant.close"
            text: qsTrId("keyboard.close_variants")
            iconName: "close"
            functional: true
            onClicked: choice.closed()
        }
    }
}
