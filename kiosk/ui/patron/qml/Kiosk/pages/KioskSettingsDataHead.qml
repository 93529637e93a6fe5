pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Above one's own data: what it is, and printing it.
Column {
    id: head

    required property SettingsDataViewModel own

    spacing: Theme.px(16)
    topPadding: Theme.px(32)
    bottomPadding: Theme.px(8)

    KioskText {
        x: Theme.px(16)
        width: parent.width - 2 * x
        text: qsTrId("mydata.title")
        heading: true
        level: Theme.largeText ? KioskText.Title : KioskText.Display
        wrapMode: Text.WordWrap
    }

    KioskText {
        x: Theme.px(16)
        width: parent.width - 2 * x
        text: qsTrId("mydata.why")
        secondary: true
        wrapMode: Text.WordWrap
    }

    KioskSettingsWaiting {
        x: Theme.px(16)
        width: parent.width - 2 * x
        visible: !head.own.loaded
        failure: head.own.failure
        onAgainWanted: head.own.readAgain()
    }

    KioskButton {
        objectName: "data.print"
        x: Theme.px(16)
        visible: head.own.loaded
        enabled: !head.own.printing
        text: qsTrId("mydata.print")
        iconName: "print"
        onClicked: head.own.print()
    }

    KioskText {
        x: Theme.px(16)
        width: parent.width - 2 * x
        visible: text !== "" && !head.own.paperFailed
        text: head.own.paper
        wrapMode: Text.WordWrap
    }

    KioskSignInNotice {
        x: Theme.px(16)
        width: parent.width - 2 * x
        visible: head.own.paperFailed
        text: head.own.paper
    }
}
