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

    Flow {
        id: buttons

        readonly property bool oneEach: Theme.largeText && foot.stacked // a line each
        readonly property bool below: Theme.largeText || foot.stacked // Done has a line of its own
        readonly property real room: width - (below ? 1 : 2) * spacing

        x: foot.side
        y: waiting.visible ? waiting.y + waiting.height + Theme.px(10) : Theme.px(foot.stacked ? 0 : 18)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        KioskButton {
            objectName: "borrow.done"
            kind: KioskButton.Primary
            big: true
            width: buttons.below ? buttons.width : Math.round(buttons.room * 0.456)
            text: qsTrId("borrow.done")
            iconName: "check"
            enabled: foot.borrow.waiting === ""
            onClicked: foot.borrow.finish()
        }

        KioskButton {
            objectName: "borrow.print"
            compact: foot.stacked
            width: buttons.oneEach ? buttons.width : buttons.below ? buttons.room - account.width : Math.round(buttons.room * 0.33)
            text: qsTrId("borrow.receipt.print")
            iconName: "print"
            enabled: foot.borrow.receiptOffered && foot.borrow.waiting === ""
            onClicked: foot.borrow.finishWithReceipt()
        }

        KioskButton {
            id: account

            objectName: "borrow.account"
            compact: foot.stacked
            width: buttons.oneEach ? buttons.width : buttons.below ? implicitWidth : Math.floor(buttons.room * 0.213)
            text: qsTrId("borrow.account")
            iconName: "person"
            onClicked: foot.borrow.openAccount()
        }
    }
}
