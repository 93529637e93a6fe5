pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The dark band at the foot of every page, everything always in the same place.
Rectangle {
    id: dock

    required property ShellViewModel shell

    readonly property bool crowded: shell.signedIn && (Theme.portrait || Theme.narrow)

    implicitHeight: shell.atHome && Theme.portrait ? Theme.dockHeight + Theme.px(Theme.largeText ? 5 : 8) : shell.atHome ? Theme.dockHeight - Theme.px(4) : Theme.dockHeight
    color: Theme.bar

    Rectangle {
        width: parent.width
        height: Theme.stroke(Theme.highContrast ? 3 : 1)
        visible: Theme.highContrast || Theme.dark
        color: Theme.line
    }

    Row {
        x: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        visible: dock.shell.atHome
        spacing: Theme.px(16)

        Repeater {
            model: dock.shell.languages

            KioskDockButton {
                required property string languageCode
                required property string languageName

                objectName: `dock.language.${languageCode}`
                text: languageName
                chosen: languageCode === dock.shell.language
                onClicked: dock.shell.chooseLanguage(languageCode)
            }
        }
    }

    Row {
        x: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        visible: !dock.shell.atHome
        spacing: Theme.px(20)

        KioskDockButton {
            objectName: "dock.back"
            text: qsTrId("dock.back")
            iconName: "back"
            onClicked: dock.shell.back()
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.stroke(2)
            height: Theme.px(48)
            color: Theme.blended(Theme.barInk2, Theme.bar, 0.35)
        }

        KioskDockButton {
            objectName: "dock.home"
            text: qsTrId("dock.home")
            iconName: "home"
            onClicked: dock.shell.home()
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(dock.shell.atHome ? 28 : Theme.largeText ? 8 : 20)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(Theme.largeText ? 16 : 24)

        KioskDockButton {
            objectName: "dock.language"
            visible: !dock.shell.atHome
            text: dock.crowded ? qsTrId("dock.language") : dock.shell.languageName
            iconName: "globe"
            wordless: dock.crowded
            explanation: dock.shell.languageName
            onClicked: dock.shell.open("language")
        }

        KioskDockButton {
            objectName: "dock.access"
            text: dock.shell.atHome && !Theme.largeText ? qsTrId("dock.access.long") : qsTrId("dock.access")
            iconName: "accessibility"
            wordless: dock.crowded
            onClicked: dock.shell.openAccess()
        }

        KioskDockButton {
            objectName: "dock.signOut"
            visible: dock.shell.signedIn
            text: Theme.largeText ? qsTrId("dock.sign_out.short") : qsTrId("dock.sign_out")
            iconName: "sign-out"
            onClicked: dock.shell.signOut()
        }
    }
}
