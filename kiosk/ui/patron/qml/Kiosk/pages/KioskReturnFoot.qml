pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Done and the receipt; and what Done waits for.
Item {
    id: foot

    required property CheckinViewModel checkin

    readonly property real side: Math.max(Theme.px(Theme.portrait ? 24 : 40), (width - Theme.contentWidth) / 2)

    implicitHeight: buttons.y + buttons.height + Theme.px(24)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskText {
        id: waiting

        x: foot.side
        y: Theme.px(8)
        width: parent.width - 2 * x
        visible: text !== ""
        text: foot.checkin.waiting
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }

    Row {
        id: buttons

        readonly property real room: foot.width - 2 * foot.side - spacing

        x: foot.side
        y: waiting.visible ? waiting.y + waiting.height + Theme.px(8) : Theme.px(16) // off what is scrolled away above
        spacing: Theme.px(16)

        KioskButton {
            objectName: "return.done"
            kind: KioskButton.Primary
            big: true
            width: Math.round(buttons.room * 0.49)
            height: Theme.px(104) + Theme.growth
            text: qsTrId("return.done")
            iconName: "check"
            enabled: foot.checkin.waiting === ""
            onClicked: foot.checkin.finish()
        }

        KioskButton {
            objectName: "return.print"
            width: buttons.room - Math.round(buttons.room * 0.49)
            height: Theme.px(104) + Theme.growth
            text: qsTrId("return.receipt")
            iconName: "print"
            enabled: foot.checkin.receiptOffered && foot.checkin.waiting === ""
            onClicked: foot.checkin.finishWithReceipt()
        }
    }
}
