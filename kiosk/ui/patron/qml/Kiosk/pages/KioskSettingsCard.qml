pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The card itself: another PIN, and what to do when the card is gone.
KioskAccountCard {
    id: card

    required property SettingsViewModel settings

    title: qsTrId("settings.card")
    iconName: "card"
    headHeight: Theme.px(80) + Theme.growth

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskLine {
        objectName: "settings.pin"
        width: parent.width
        visible: card.settings.hasPin
        text: qsTrId("settings.pin")
        onClicked: card.settings.openPage("pin")
    }

    KioskText {
        width: parent.width
        visible: !card.settings.hasPin
        text: qsTrId("settings.pin.none")
        secondary: true
        topPadding: Theme.px(16)
        wrapMode: Text.WordWrap
    }

    KioskLine {
        objectName: "settings.lost"
        width: parent.width
        ruled: false
        text: qsTrId("settings.lost")
        onClicked: card.settings.reportLost()
    }
}
