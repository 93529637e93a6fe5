pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// In which language the library speaks to its patron, and whether it writes.
KioskAccountCard {
    id: speech

    required property SettingsViewModel settings

    title: qsTrId("settings.speech")
    iconName: "globe"
    headHeight: Theme.px(80) + Theme.growth

    KioskText {
        width: parent.width
        text: qsTrId("settings.language")
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    KioskText {
        width: parent.width
        text: qsTrId("settings.language.note")
        level: KioskText.Caption
        secondary: true
        bottomPadding: Theme.px(12)
        wrapMode: Text.WordWrap
    }

    KioskSegments {
        objectName: "settings.language"
        width: parent.width
        name: qsTrId("settings.language")
        labels: speech.settings.languages
        currentIndex: speech.settings.language
        onChosen: index => speech.settings.chooseLanguage(index)
    }

    Item {
        width: 1
        height: Theme.px(16)
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskSwitch {
        objectName: "settings.emails"
        width: parent.width
        enabled: speech.settings.hasEmail
        ruled: false
        text: qsTrId("settings.emails")
        note: qsTrId(speech.settings.hasEmail ? "settings.emails.note" : "settings.emails.nowhere")
        on: speech.settings.emails
        stateText: on ? qsTrId("access.on") : qsTrId("access.off")
        onClicked: speech.settings.toggleEmails()
    }
}
