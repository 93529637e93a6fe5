pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Everything handed in, the newest on top, each with its place.
Column {
    id: list

    required property CheckinViewModel checkin

    Item {
        width: parent.width
        height: heading.height + Theme.px(12)

        KioskText {
            id: heading

            width: parent.width - count.width - Theme.px(16)
            text: qsTrId("return.today")
            heading: true
            level: KioskText.Heading
            elide: Text.ElideRight
        }

        KioskText {
            id: count

            x: parent.width - width
            y: Theme.px(4)
            text: list.checkin.count
            secondary: true
        }
    }

    Repeater {
        model: list.checkin.rows

        KioskReturnRow {
            width: list.width
            checkin: list.checkin
        }
    }
}
