pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What became of a call for staff; where nobody comes, how else the library is reached.
KioskDialog {
    id: dialog

    required property HelpViewModel help

    readonly property bool called: help.step === "called"

    objectName: "help"
    shown: help.shown
    section: "ask"
    title: qsTrId("help.call")
    iconName: "bell"
    firstFocus: dialog.help.step === "closed" ? write : done
    onDismissed: dialog.help.close()

    Column {
        width: parent.width
        spacing: Theme.px(24)

        KioskText {
            objectName: "help.title"
            width: parent.width
            text: dialog.help.title
            level: KioskText.Title
            heading: true
            wrapMode: Text.WordWrap
        }

        KioskText {
            objectName: "help.text"
            width: parent.width
            text: dialog.help.text
            wrapMode: Text.WordWrap
        }

        Column {
            width: parent.width
            visible: channels.count > 0
            spacing: Theme.px(16)

            Repeater {
                id: channels

                model: dialog.help.channels

                KioskHelpChannel {
                    width: parent.width
                }
            }
        }

        KioskButton {
            id: write

            objectName: "help.message"
            width: parent.width
            visible: dialog.help.step === "closed"
            kind: KioskButton.Primary
            big: true
            iconName: "mail"
            text: qsTrId("help.message")
            onClicked: dialog.help.writeMessage()
        }

        KioskButton {
            id: done

            objectName: "help.close"
            width: parent.width
            kind: dialog.help.step === "closed" ? KioskButton.Plain : KioskButton.Primary
            big: dialog.help.step !== "closed"
            iconName: dialog.called ? "check" : "close"
            text: dialog.called ? qsTrId("help.ok") : qsTrId("help.close")
            onClicked: dialog.help.close()
        }

        KioskButton {
            objectName: "help.callOff"
            width: parent.width
            visible: dialog.called
            iconName: "close"
            text: qsTrId("help.call_off")
            onClicked: dialog.help.callOff()
        }
    }
}
