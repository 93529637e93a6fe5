pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// How many were borrowed now, and how many are on the card, of how many; also of kinds with limits of their own.
Column {
    id: count

    required property BorrowViewModel borrow
    property bool stacked: false

    spacing: Theme.px(12)

    Item {
        width: parent.width
        height: count.stacked || Theme.largeText ? today.height + onCard.height : today.height

        KioskText {
            id: today

            width: count.stacked || Theme.largeText ? parent.width : parent.width - onCard.width - Theme.px(24)
            text: count.borrow.count
            heading: true
            level: KioskText.Title
            wrapMode: Text.WordWrap
        }

        KioskText {
            id: onCard

            x: count.stacked || Theme.largeText ? 0 : parent.width - width
            y: count.stacked || Theme.largeText ? today.height : Theme.px(10)
            // Its own width is none that is bound: laid out anew it would ask for itself.
            width: count.stacked || Theme.largeText ? parent.width : undefined
            text: count.borrow.onCard
            secondary: true
            wrapMode: count.stacked || Theme.largeText ? Text.WordWrap : Text.NoWrap
        }
    }

    KioskLimitGauge {
        width: parent.width
        visible: count.borrow.limit > 0
        before: count.borrow.before
        today: count.borrow.today
        limit: count.borrow.limit
        text: count.borrow.onCard
    }

    KioskBorrowLimits {
        width: parent.width
        visible: !count.stacked && any
        borrow: count.borrow
    }
}
