pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is on hold: ready until, or the place in the queue, and where to collect it.
KioskAccountCard {
    id: holds

    required property AccountViewModel account

    title: qsTrId("account.holds.head")
    iconName: "hold"
    count: `${account.holdCount}`

    Repeater {
        model: holds.account.holds

        KioskAccountHoldRow {
            width: parent?.width ?? 0
            account: holds.account
        }
    }

    KioskText {
        visible: holds.account.holdCount === 0
        width: parent.width
        height: visible ? Theme.px(64) : 0
        text: qsTrId("account.holds.none")
        secondary: true
        wrapMode: Text.WordWrap
    }
}
