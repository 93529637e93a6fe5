pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The last item, its place and the list, one below the other.
FocusScope {
    id: page

    required property CheckinViewModel checkin

    readonly property real side: Math.max(Theme.px(24), (width - Theme.px(1032)) / 2)

    Flickable {
        anchors.fill: parent
        contentHeight: list.y + list.height + Theme.px(24)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        KioskReturnNow {
            id: now

            x: page.side
            y: Theme.px(34)
            width: page.width - 2 * x
            checkin: page.checkin
        }

        KioskReturnWhere {
            id: where

            x: page.side
            y: now.y + now.height + Theme.px(32)
            width: now.width
            height: visible ? implicitHeight : 0
            visible: page.checkin.place >= 0
            checkin: page.checkin
        }

        KioskReturnList {
            id: list

            x: page.side + Theme.px(24)
            y: where.y + where.height + Theme.px(40)
            width: page.width - 2 * x
            checkin: page.checkin
        }
    }
}
