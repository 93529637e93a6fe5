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
    count: `${account.holding.count}`

    Repeater {
        model: holds.account.holding.rows

        KioskAccountHoldRow {
            width: parent?.width ?? 0
            holding: holds.account.holding
        }
    }

    KioskText {
        visible: holds.account.holding.count === 0
        width: parent.width
        height: visible ? Theme.px(64) : 0
        text: qsTrId("account.holds.none")
        secondary: true
        wrapMode: Text.WordWrap
    }
}
