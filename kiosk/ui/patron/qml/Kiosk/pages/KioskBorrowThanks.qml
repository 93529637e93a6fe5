pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The end of a visit: thanks, until when, and what to take along.
FocusScope {
    id: thanks

    required property BorrowViewModel borrow

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.y + column.height + Theme.px(40)
        interactive: contentHeight > height
        clip: interactive

        Column {
            id: column

            x: Math.max(Theme.px(48), (flick.width - Theme.px(1200)) / 2)
            y: Math.round(flick.height * (Theme.largeText ? 0.06 : 0.18))
            width: flick.width - 2 * x
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: qsTrId("borrow.thanks")
                heading: true
                level: KioskText.Poster
            }

            KioskText {
                width: parent.width
                text: thanks.borrow.thanks
                level: KioskText.Heading
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: thanks.borrow.thanksHint
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskDateSlip {
                visible: thanks.borrow.firstDated
                tone: thanks.borrow.firstTone
                weekday: thanks.borrow.firstWeekday
                day: thanks.borrow.firstDay
                month: thanks.borrow.firstMonth
                scale: 1.5
                transformOrigin: Item.TopLeft
                Accessible.ignored: true // the words above say it
            }

            Item {
                width: 1
                height: thanks.borrow.firstDated ? Theme.px(16 + 60) + Theme.growth : Theme.px(16)
            }

            KioskButton {
                objectName: "borrow.leave"
                kind: KioskButton.Primary
                focus: true
                big: true
                width: Math.min(parent.width, Theme.px(472))
                text: qsTrId("borrow.thanks.leave")
                iconName: "sign-out"
                onClicked: thanks.borrow.leave()
            }
        }
    }
}
