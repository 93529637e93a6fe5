pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What became of a call for staff; where nobody comes, how else the library is reached.
KioskDialog {
    id: dialog

    required property HelpViewModel help

    readonly property bool called: help.step === "called"
    readonly property bool twofold: !Theme.portrait && !Theme.largeText && channels.count > 3 // side by side where they are many
    property bool reaching: false // nobody was called: it says how else the library is reached

    Connections {
        target: dialog.help

        function onChanged(): void {
            if (dialog.help.shown)
                dialog.reaching = dialog.help.step === "reach";
        }
    }

    objectName: "help"
    shown: help.shown
    section: "ask"
    title: reaching ? qsTrId("help.reach.tab") : qsTrId("help.call")
    iconName: reaching ? "ask" : "bell"
    breadth: Theme.px(twofold ? 1240 : 900)
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

        Grid {
            id: ways

            width: parent.width
            visible: channels.count > 0
            columns: dialog.twofold ? 2 : 1
            columnSpacing: Theme.px(40)
            rowSpacing: Theme.px(16)

            Repeater {
                id: channels

                model: dialog.help.channels

                KioskHelpChannel {
                    curt: dialog.twofold || Theme.largeText
                    width: Math.floor((ways.width - (ways.columns - 1) * ways.columnSpacing) / ways.columns)
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
