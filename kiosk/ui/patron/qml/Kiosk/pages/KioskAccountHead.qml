pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Whose account it is: initials in a disc, name, category, until when the card is valid.
Item {
    id: head

    required property AccountViewModel account

    implicitHeight: Math.max(Theme.px(84), words.height)

    Rectangle {
        id: disc

        width: Theme.px(84)
        height: width
        radius: width / 2
        color: Theme.borrow

        KioskText {
            anchors.centerIn: parent
            text: head.account.initials
            decorative: true
            color: Theme.secInk
            font.pixelSize: Theme.px(26)
            font.weight: Font.Bold
        }
    }

    Column {
        id: words

        x: disc.width + Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        width: borrow.x - x - Theme.px(24)

        KioskText {
            width: parent.width
            text: head.account.name
            heading: true
            level: KioskText.Title
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            text: Theme.unbroken(head.account.about)
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }

    KioskButton {
        id: borrow

        objectName: "account.borrow"
        x: parent.width - width
        anchors.verticalCenter: parent.verticalCenter
        text: qsTrId("account.borrow")
        iconName: "card"
        onClicked: head.account.openBorrow()
    }
}
