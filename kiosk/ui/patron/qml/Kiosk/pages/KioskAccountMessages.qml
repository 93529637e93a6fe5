pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Whether staff have written, and the way to all messages.
KioskAccountCard {
    id: messages

    required property AccountPostViewModel post

    title: qsTrId("account.messages")
    iconName: "mail"
    headHeight: Theme.px(80) + Theme.growth

    KioskText {
        width: parent.width
        height: lineHeight * lineCount + Theme.px(20)
        text: messages.post.news !== "" ? messages.post.news : qsTrId("account.messages.none")
        secondary: messages.post.news === ""
        font.weight: messages.post.news !== "" ? Font.Bold : Font.Normal
        verticalAlignment: Text.AlignTop
        wrapMode: Text.WordWrap
    }

    KioskButton {
        objectName: "account.messages"
        width: parent.width
        visible: messages.post.letterCount > 0
        text: qsTrId(messages.post.news !== "" ? "account.messages.read" : "account.messages.all")
        iconName: "mail"
        onClicked: messages.post.openLetters()
    }

    Item {
        width: 1
        height: Theme.px(16)
    }
}
