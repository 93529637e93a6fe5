pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Done, the receipt, the account; and what Done waits for.
Rectangle {
    id: foot

    required property BorrowViewModel borrow
    property bool stacked: false

    readonly property real side: stacked ? 0 : Math.max(Theme.px(24), (width - Theme.px(1032)) / 2)

    implicitHeight: buttons.y + buttons.height + Theme.px(stacked ? 0 : 18)
    color: stacked ? "transparent" : Theme.sunk

    Rectangle {
        width: parent.width
        height: Theme.hairline
        visible: !foot.stacked
        color: Theme.line
    }

    KioskText {
        id: waiting

        x: foot.side
        y: Theme.px(14)
        width: parent.width - 2 * x
        visible: text !== ""
        text: foot.borrow.waiting
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        Accessible.role: Accessible.AlertMessage
    }

    Grid {
        id: buttons

        readonly property real room: foot.width - 2 * foot.side - columnSpacing * (columns - 1)

        x: foot.side
        y: waiting.visible ? waiting.y + waiting.height + Theme.px(10) : Theme.px(foot.stacked ? 0 : 18)
        columns: foot.stacked || Theme.largeText ? 1 : 3
        columnSpacing: Theme.px(16)
        rowSpacing: Theme.px(16)

        KioskButton {
            objectName: "borrow.done"
            kind: KioskButton.Primary
            big: true
            width: buttons.columns === 1 ? buttons.room : Math.round(buttons.room * 0.456)
            text: qsTrId("borrow.done")
            iconName: "check"
            enabled: foot.borrow.waiting === ""
            onClicked: foot.borrow.finish()
        }

        KioskButton {
            objectName: "borrow.print"
            compact: buttons.columns === 1
            width: buttons.columns === 1 ? buttons.room : Math.round(buttons.room * 0.33)
            text: qsTrId("borrow.receipt.print")
            iconName: "print"
            enabled: foot.borrow.receiptOffered && foot.borrow.waiting === ""
            onClicked: foot.borrow.finishWithReceipt()
        }

        KioskButton {
            objectName: "borrow.account"
            compact: buttons.columns === 1
            width: buttons.columns === 1 ? buttons.room : Math.round(buttons.room * 0.214)
            text: qsTrId("borrow.account")
            iconName: "person"
            onClicked: foot.borrow.openAccount()
        }
    }
}
