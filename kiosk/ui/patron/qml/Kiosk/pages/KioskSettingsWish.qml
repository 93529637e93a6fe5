pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// A wish to be forgotten that waits for staff: its number and what happens next.
KioskAccountCard {
    id: wish

    required property SettingsEraseViewModel erase

    title: qsTrId("erase.asked")
    iconName: "mail"
    headHeight: Theme.px(80) + Theme.growth

    KioskStateChip {
        width: Math.min(implicitWidth, parent.width)
        tone: KioskStateChip.Wait
        text: wish.erase.pending
    }

    KioskText {
        width: parent.width
        text: wish.erase.step
        topPadding: Theme.px(12)
        bottomPadding: Theme.px(16)
        wrapMode: Text.WordWrap
    }
}
