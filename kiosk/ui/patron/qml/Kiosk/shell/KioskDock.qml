pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The dark band at the foot of every page, everything always in the same place.
Rectangle {
    id: dock

    required property ShellViewModel shell
    required property HelpViewModel help

    // What gives way where words have no room: first those of aids and of the language, then those of help,
    // of the longer farewell, of home, and of the way back.
    readonly property int squeeze: [0, 1, 2, 3, 4, 5].find(step => needed(step) <= width) ?? 6
    readonly property bool amongCards: shell.signedIn && (Theme.portrait || Theme.narrow)
    readonly property real gap: Theme.px(Theme.largeText || amongCards ? 16 : 24)

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.bodySize
        font.weight: Font.DemiBold
    }

    function wide(text: string, iconed: bool): real {
        const icon = iconed ? Theme.icon(32) + (text === "" ? 0 : Theme.px(14)) : 0;
        const words = text === "" ? 0 : Math.ceil(letters.advanceWidth(text));
        return Math.max(Theme.px(80), words + icon + 2 * Theme.px(Theme.largeText ? 22 : 24));
    }

    function needed(step: int): real {
        let sum = wide(step > 2 ? "" : qsTrId("help.call"), true) + wide(accessIsWordless(step) ? "" : accessWords(step), true);
        if (shell.signedIn)
            sum += gap + wide(farewell(step), true);
        if (shell.atHome)
            return sum + gap + languagesRow.implicitWidth + Theme.px(24 + 24 + 28) + (aided ? aids.least + Theme.px(32) : 0);
        sum += wide(step > 5 ? "" : qsTrId("dock.back"), true) + wide(step > 4 ? "" : qsTrId("dock.home"), true) + Theme.px(42);
        return sum + 2 * gap + wide(amongCards || step > 1 ? "" : shell.languageName, true) + Theme.px(16 + 40);
    }

    // The aids stand here where the screen is wide; where it is high they have room above the first card.
    readonly property bool aided: shell.atHome && Theme.landscape

    function accessWords(step: int): string {
        return shell.atHome && !Theme.largeText && step === 0 ? qsTrId("dock.access.long") : qsTrId("dock.access");
    }

    function accessIsWordless(step: int): bool {
        return amongCards || step > (shell.atHome ? 1 : 0);
    }

    function farewell(step: int): string {
        return Theme.largeText || step > 3 ? qsTrId("dock.sign_out.short") : qsTrId("dock.sign_out");
    }

    implicitHeight: shell.atHome && Theme.portrait ? Theme.dockHeight + Theme.px(Theme.largeText ? 5 : 8) : shell.atHome ? Theme.dockHeight - Theme.px(4) : Theme.dockHeight
    color: Theme.bar

    Rectangle {
        width: parent.width
        height: Theme.stroke(Theme.highContrast ? 3 : 1)
        visible: Theme.highContrast || Theme.dark
        color: Theme.line
    }

    Row {
        id: languagesRow

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

    KioskAids {
        id: aids

        x: languagesRow.x + languagesRow.width + Math.round((foot.x - languagesRow.x - languagesRow.width - width) / 2)
        anchors.verticalCenter: parent.verticalCenter
        visible: dock.aided
        shell: dock.shell
        room: foot.x - languagesRow.x - languagesRow.width - Theme.px(48)
        docked: true
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
            wordless: dock.squeeze > 5
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
            wordless: dock.squeeze > 4
            onClicked: dock.shell.home()
        }
    }

    Row {
        id: foot

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(dock.shell.atHome ? 28 : Theme.largeText ? 8 : 20)
        anchors.verticalCenter: parent.verticalCenter
        spacing: dock.gap

        KioskDockButton {
            objectName: "dock.help"
            text: qsTrId("help.call")
            iconName: "bell"
            wordless: dock.squeeze > 2
            onClicked: dock.help.call()
        }

        KioskDockButton {
            objectName: "dock.language"
            visible: !dock.shell.atHome
            text: wordless ? qsTrId("dock.language") : dock.shell.languageName
            iconName: "globe"
            wordless: dock.amongCards || dock.squeeze > 1
            explanation: dock.shell.languageName
            onClicked: dock.shell.open("language")
        }

        KioskDockButton {
            objectName: "dock.access"
            text: dock.accessWords(dock.squeeze)
            iconName: "accessibility"
            wordless: dock.accessIsWordless(dock.squeeze)
            onClicked: dock.shell.openAccess()
        }

        KioskDockButton {
            objectName: "dock.signOut"
            visible: dock.shell.signedIn
            text: dock.farewell(dock.squeeze)
            iconName: "sign-out"
            onClicked: dock.shell.signOut()
        }
    }
}
