pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Digits alone, for a PIN or a card number.
Rectangle {
    id: pad

    property string goText: qsTrId("keyboard.done")

    signal typed(text: string)
    signal erased
    signal went

    implicitHeight: Theme.px(Theme.landscape ? 28 : 68) + 4 * Theme.px(108) - Theme.px(20)
    color: Theme.sunk
    Accessible.role: Accessible.Pane
    Accessible.name: qsTrId("keyboard.numbers")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Grid {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.px(Theme.landscape ? 16 : 28)
        columns: 3
        columnSpacing: Theme.px(16)
        rowSpacing: Theme.px(20)

        Repeater {
            model: 9

            KioskKey {
                required property int index

                objectName: `key.${index + 1}`
                width: Theme.px(184)
                text: `${index + 1}`
                onClicked: pad.typed(text)
            }
        }

        KioskKey {
            objectName: "key.delete"
            width: Theme.px(184)
            text: qsTrId("keyboard.delete")
            iconName: "delete"
            functional: true
            onClicked: pad.erased()
        }

        KioskKey {
            objectName: "key.0"
            width: Theme.px(184)
            text: "0"
            onClicked: pad.typed(text)
        }

        KioskKey {
            objectName: "key.go"
            width: Theme.px(184)
            text: pad.goText
            go: true
            wordy: true
            onClicked: pad.went()
        }
    }
}
