pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Borrow on a standing screen: the order, the count, the items, the buttons, one below the other.
FocusScope {
    id: page

    required property BorrowViewModel borrow

    // Low reach with large text leaves less than head, items and buttons need: then it scrolls.
    Flickable {
        id: bed

        anchors.fill: parent
        contentHeight: Math.max(height, list.y + Theme.px(420) + foot.height)
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        KioskBorrowHead {
            id: head

            width: parent.width
            height: head.typing ? implicitHeight : Math.max(implicitHeight, Theme.px(300))
            borrow: page.borrow
        }

        KioskBorrowCards {
            id: cards

            x: count.x
            y: head.height + Theme.px(20)
            width: count.width
            visible: any && !head.typing
            borrow: page.borrow
        }

        KioskBorrowCount {
            id: count

            x: Math.max(Theme.px(40), (parent.width - Theme.px(1000)) / 2)
            y: cards.visible ? cards.y + cards.height + Theme.px(20) : head.height + Theme.px(30)
            width: parent.width - 2 * x
            visible: !head.typing
            borrow: page.borrow
        }

        KioskBorrowList {
            id: list

            y: head.typing ? head.height : count.y + count.height + Theme.px(30)
            width: parent.width
            height: foot.y - y
            borrow: page.borrow
        }

        KioskBorrowFoot {
            id: foot

            y: bed.contentHeight - height
            width: parent.width
            visible: !head.typing
            height: visible ? implicitHeight : 0
            borrow: page.borrow
        }
    }
}
