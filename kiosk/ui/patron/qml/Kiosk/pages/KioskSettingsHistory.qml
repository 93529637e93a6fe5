pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Whether past loans are remembered, and what that means either way.
KioskAccountCard {
    id: history

    required property SettingsViewModel settings

    title: qsTrId("settings.history")
    iconName: "clock"
    headHeight: Theme.px(80) + Theme.growth

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskSwitch {
        objectName: "settings.history"
        width: parent.width
        ruled: history.settings.keepsHistory
        text: qsTrId("settings.history.keep")
        note: qsTrId(history.settings.keepsHistory ? "settings.history.note.on" : "settings.history.note.off")
        on: history.settings.keepsHistory
        stateText: on ? qsTrId("access.on") : qsTrId("access.off")
        onClicked: history.settings.toggleHistory()
    }

    KioskLine {
        objectName: "settings.history.show"
        width: parent.width
        visible: history.settings.keepsHistory
        ruled: false
        text: qsTrId("settings.history.show")
        onClicked: history.settings.openPage("history")
    }
}
