pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Whether staff have written.
KioskAccountCard {
    id: messages

    required property AccountViewModel account

    signal wanted

    title: qsTrId("account.messages")
    iconName: "mail"
    headHeight: Theme.px(80) + Theme.growth

    KioskText {
        width: parent.width
        height: lineHeight * lineCount + Theme.px(20)
        text: messages.account.news !== "" ? messages.account.news : qsTrId("account.messages.none")
        secondary: messages.account.news === ""
        font.weight: messages.account.news !== "" ? Font.Bold : Font.Normal
        verticalAlignment: Text.AlignTop
        wrapMode: Text.WordWrap
    }

    KioskButton {
        objectName: "account.messages"
        width: parent.width
        visible: messages.account.news !== ""
        text: qsTrId("account.messages.read")
        iconName: "mail"
        onClicked: messages.wanted()
    }

    Item {
        width: 1
        height: Theme.px(16)
    }
}
