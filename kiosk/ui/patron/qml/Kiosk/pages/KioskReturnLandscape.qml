pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The last item and the list at the left, where to lay it beside them.
FocusScope {
    id: page

    required property CheckinViewModel checkin

    readonly property real gap: Theme.px(48)
    readonly property real room: width - 2 * Theme.px(40) - gap
    readonly property real wide: Math.round(room * 0.54)

    Flickable {
        id: left

        width: Theme.px(40) + page.wide + Theme.px(8)
        height: parent.height
        contentHeight: list.y + list.height + Theme.px(16)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        KioskReturnNow {
            id: now

            x: Theme.px(40)
            y: Theme.px(16)
            width: page.wide
            checkin: page.checkin
        }

        KioskReturnList {
            id: list

            x: Theme.px(40)
            y: now.y + now.height + Theme.px(32)
            width: page.wide
            checkin: page.checkin
        }
    }

    KioskReturnWhere {
        x: left.width + page.gap - Theme.px(8)
        y: Theme.px(104)
        width: page.width - x - Theme.px(40)
        visible: page.checkin.place >= 0
        checkin: page.checkin
    }
}
