pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// For staff alone, after the hidden gesture: the exit PIN, then whether to close, to begin anew or to stay.
KioskDialog {
    id: dialog

    required property StaffExitViewModel exit

    readonly property bool asking: exit.step === "pin" || exit.step === "checking"

    objectName: "staffExit"
    shown: exit.step !== ""
    opaque: true
    section: "find"
    title: qsTrId("front.exit.title")
    iconName: "info"
    breadth: Theme.px(720)
    firstFocus: stay
    onDismissed: dialog.exit.stay()
    Keys.onPressed: event => {
        if (/^[0-9]$/.test(event.text)) {
            dialog.exit.type(event.text);
            event.accepted = true;
        } else if (event.key === Qt.Key_Backspace) {
            dialog.exit.erase();
            event.accepted = true;
        }
    }

    Column {
        width: parent.width
        spacing: Theme.px(20)

        KioskText {
            objectName: "staffExit.title"
            width: parent.width
            text: dialog.asking ? qsTrId("front.exit.ask") : qsTrId("front.exit.what")
            level: KioskText.Title
            heading: true
            wrapMode: Text.WordWrap
        }

        KioskText {
            objectName: "staffExit.digits"
            width: parent.width
            visible: dialog.asking
            text: "•".repeat(dialog.exit.digits) || "\u00a0"
            level: KioskText.Display
            horizontalAlignment: Text.AlignHCenter
        }

        KioskText {
            objectName: "staffExit.remark"
            width: parent.width
            visible: text !== ""
            text: dialog.exit.remark
            wrapMode: Text.WordWrap
        }

        Grid {
            id: pad

            anchors.horizontalCenter: parent.horizontalCenter
            visible: dialog.asking
            enabled: dialog.exit.step === "pin"
            columns: 3
            columnSpacing: Theme.px(16)
            rowSpacing: Theme.px(16)

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"]

                KioskKey {
                    required property string modelData

                    objectName: modelData === "" ? "staffExit.delete" : `staffExit.${modelData}`
                    width: Theme.px(170)
                    height: Theme.px(80)
                    focusPolicy: Qt.TabFocus
                    ringed: activeFocus
                    text: modelData === "" ? qsTrId("keyboard.delete") : modelData
                    iconName: modelData === "" ? "delete" : ""
                    functional: modelData === ""
                    onClicked: modelData === "" ? dialog.exit.erase() : dialog.exit.type(modelData)
                }
            }

            KioskKey {
                objectName: "staffExit.check"
                width: Theme.px(170)
                height: Theme.px(80)
                focusPolicy: Qt.TabFocus
                ringed: activeFocus
                text: qsTrId("front.exit.check")
                go: true
                wordy: true
                onClicked: dialog.exit.check()
            }
        }

        KioskButton {
            objectName: "staffExit.leave"
            width: parent.width
            visible: dialog.exit.step === "ways"
            kind: KioskButton.Primary
            iconName: "sign-out"
            text: qsTrId("front.exit.close")
            onClicked: dialog.exit.leave()
        }

        KioskButton {
            objectName: "staffExit.restart"
            width: parent.width
            visible: dialog.exit.step === "ways"
            iconName: "renew"
            text: qsTrId("front.exit.restart")
            onClicked: dialog.exit.restart()
        }

        KioskButton {
            id: stay

            objectName: "staffExit.stay"
            width: parent.width
            iconName: "close"
            text: qsTrId("front.exit.stay")
            onClicked: dialog.exit.stay()
        }
    }
}
