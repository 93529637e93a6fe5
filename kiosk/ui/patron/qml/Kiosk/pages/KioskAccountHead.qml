pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Whose account it is: initials in a disc, name, category, until when the card is valid.
Item {
    id: head

    required property AccountViewModel account

    readonly property bool below: Theme.largeText // the buttons have no room beside

    implicitHeight: Math.max(Theme.px(84), words.height) + (below ? buttons.height + Theme.px(16) : 0)

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
        y: Math.round((Math.max(disc.height, height) - height) / 2)
        width: (head.below ? parent.width : buttons.x - Theme.px(24)) - x

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

    Row {
        id: buttons

        x: head.below ? 0 : parent.width - width
        y: head.below ? Math.max(disc.height, words.height) + Theme.px(16) : Math.round((parent.height - height) / 2)
        spacing: Theme.px(16)

        KioskButton {
            objectName: "account.settings"
            text: qsTrId("account.settings")
            iconName: "person"
            onClicked: head.account.openSettings()
        }

        KioskButton {
            objectName: "account.borrow"
            text: qsTrId("account.borrow")
            iconName: "card"
            onClicked: head.account.openBorrow()
        }
    }
}
