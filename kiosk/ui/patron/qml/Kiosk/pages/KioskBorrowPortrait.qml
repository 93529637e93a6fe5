pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Borrow on a standing screen: the order, the count, the items, the buttons, one below the other.
FocusScope {
    id: page

    required property BorrowViewModel borrow

    // Low reach with large text leaves less than head and items need: then they scroll above the buttons.
    Flickable {
        id: bed

        readonly property int laid: list.count

        objectName: "borrow.bed"
        width: parent.width
        height: foot.y
        contentHeight: Math.max(height, list.y + Theme.px(450))
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds
        onLaidChanged: contentY = laid > 0 ? Math.max(0, contentHeight - height) : 0 // to what was laid down just now

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
            height: bed.contentHeight - y
            borrow: page.borrow
        }
    }

    KioskBorrowFoot {
        id: foot

        y: parent.height - height
        width: parent.width
        visible: !head.typing
        height: visible ? implicitHeight : 0
        borrow: page.borrow
    }
}
