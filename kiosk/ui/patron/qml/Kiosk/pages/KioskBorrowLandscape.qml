pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Borrow on a lying screen: order, count and buttons in a column at the left, the items beside it.
FocusScope {
    id: page

    required property BorrowViewModel borrow

    Rectangle {
        id: column

        width: Theme.px(Theme.narrow ? 540 : 600)
        height: parent.height
        color: Theme.card

        Rectangle {
            x: parent.width - width
            width: Theme.hairline
            height: parent.height
            color: Theme.line
        }
    }

    // Large text has more to say here than there is room: then it scrolls.
    Flickable {
        id: bed

        width: column.width
        height: parent.height
        contentHeight: Math.max(height, head.height + count.height + foot.height + Theme.px(24 + 24 + 24))
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds

        KioskBorrowHead {
            id: head

            width: column.width
            stacked: true
            borrow: page.borrow
        }

        KioskBorrowCount {
            id: count

            x: Theme.px(40)
            y: foot.y - height - Theme.px(24)
            width: column.width - 2 * x
            visible: !head.typing
            stacked: true
            borrow: page.borrow
        }

        KioskBorrowFoot {
            id: foot

            x: Theme.px(40)
            y: bed.contentHeight - height - Theme.px(24)
            width: column.width - 2 * x
            visible: !head.typing
            stacked: true
            borrow: page.borrow
        }
    }

    KioskBorrowCards {
        id: cards

        x: column.width + list.side
        y: Theme.px(20)
        width: list.width - 2 * list.side
        visible: any
        borrow: page.borrow
    }

    KioskBorrowLimits {
        id: limits

        x: column.width + list.side
        y: cards.visible ? cards.y + cards.height + Theme.px(16) : Theme.px(20)
        width: list.width - 2 * list.side
        visible: any
        borrow: page.borrow
    }

    KioskBorrowList {
        id: list

        x: column.width
        y: limits.visible ? limits.y + limits.height + Theme.px(16) : cards.visible ? limits.y : Theme.px(20)
        width: parent.width - x
        height: parent.height - y
        borrow: page.borrow
    }
}
