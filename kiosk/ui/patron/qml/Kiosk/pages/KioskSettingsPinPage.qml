pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// A new PIN: the old one, the new one, and that once more; nothing of it is to be seen.
KioskPage {
    id: page

    required property SettingsPinViewModel pin

    readonly property bool cramped: height < Theme.px(620) // the number pad has taken the room

    name: pin.order
    firstFocus: field

    Connections {
        target: page.pin

        function onCleared(): void {
            field.text = "";
            Qt.callLater(field.beginTyping);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    KioskFieldView {
        line: field
        contentHeight: column.y + column.height + Theme.px(24)

        Column {
            id: column

            x: Math.max(Theme.px(40), Math.round((page.width - Theme.px(Theme.landscape ? 1560 : 1000)) / 2))
            y: Theme.px(page.cramped ? 24 : 72)
            width: page.width - 2 * x
            spacing: Theme.px(16)

            KioskText {
                width: parent.width
                text: page.pin.order
                heading: true
                level: page.cramped ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: page.pin.why
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskField {
                id: field

                objectName: "pin.field"
                width: Math.min(parent.width, Theme.px(760))
                iconName: "number"
                name: page.pin.label
                placeholder: name
                goText: qsTrId("sign_in.go")
                inputMethod: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                secret: true
                maximumLength: 12
                error: page.pin.trouble
                onAccepted: {
                    const digits = text;
                    text = "";
                    page.pin.give(digits);
                }
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: page.pin.busy
                secondary: true
            }

            KioskButton {
                objectName: "pin.leave"
                visible: page.pin.must
                text: qsTrId("pin.leave")
                iconName: "sign-out"
                onClicked: page.pin.leave()
            }
        }
    }
}
