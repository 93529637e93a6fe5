pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What the library keeps about its patron, and being forgotten.
KioskAccountCard {
    id: own

    required property SettingsViewModel settings

    title: qsTrId("settings.data")
    iconName: "info"
    headHeight: Theme.px(80) + Theme.growth

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskLine {
        objectName: "settings.data"
        width: parent.width
        text: qsTrId("settings.data.show")
        onClicked: own.settings.openPage("data")
    }

    KioskLine {
        objectName: "settings.erase"
        width: parent.width
        ruled: false
        text: qsTrId("settings.erase")
        onClicked: own.settings.openPage("erase")
    }
}
