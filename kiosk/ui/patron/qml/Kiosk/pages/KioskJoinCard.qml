import QtQuick
import Kiosk
import Kiosk.Desk

// A card as it lies in the hand: barcode, number, until when it is good.
Item {
    id: card

    required property JoinViewModel join

    implicitHeight: inner.height + Theme.px(16 + 72)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTrId("join.card.name")

    KioskLift {
        layers: 6
        radius: Theme.radiusDialog
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusDialog
        color: Theme.borrow
    }

    Rectangle {
        y: Theme.px(16)
        width: parent.width
        height: parent.height - y
        radius: Theme.radiusDialog
        color: Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
    }

    Column {
        id: inner

        x: Theme.px(32)
        y: Theme.px(16 + 36)
        width: parent.width - 2 * x
        spacing: Theme.px(20)

        KioskText {
            width: parent.width
            text: qsTrId("card.temporary")
            font.weight: Font.Bold
        }

        KioskJoinBars {
            objectName: "join.bars"
            width: parent.width
            visible: path !== ""
            path: card.join.bars
            room: card.join.room
        }

        KioskText {
            objectName: "join.number"
            width: parent.width
            text: card.join.number
            level: KioskText.Display
            font.family: Theme.mono
            font.letterSpacing: 0
            horizontalAlignment: Text.AlignHCenter
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: card.join.until
            level: KioskText.Heading
            heading: true
            wrapMode: Text.WordWrap
        }
    }
}
