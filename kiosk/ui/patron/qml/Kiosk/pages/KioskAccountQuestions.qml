pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What the account asks before a hold is changed, and the messages to read.
FocusScope {
    id: questions

    required property AccountViewModel account
    property bool active: true
    property bool reading: false

    signal answered
    signal readingEnded

    anchors.fill: parent

    KioskAccountHoldDialog {
        holding: questions.account.holding
        shown: questions.active && holding.question !== ""
        onShownChanged: if (!shown)
            questions.answered()
    }

    KioskDialog {
        shown: questions.active && questions.reading
        section: "borrow"
        title: qsTrId("account.messages")
        iconName: "mail"
        firstFocus: close
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.readingEnded()

        Column {
            width: parent.width
            spacing: Theme.px(24)

            Repeater {
                model: questions.account.messages

                Column {
                    id: message

                    required property string messageAsked
                    required property string messageText

                    width: parent?.width ?? 0
                    spacing: Theme.px(8)

                    KioskText {
                        width: parent.width
                        visible: text !== ""
                        text: message.messageAsked
                        level: KioskText.Caption
                        secondary: true
                        wrapMode: Text.WordWrap
                    }

                    KioskText {
                        width: parent.width
                        text: message.messageText
                        wrapMode: Text.WordWrap
                    }
                }
            }

            KioskButton {
                id: close

                objectName: "account.messages.close"
                kind: KioskButton.Primary
                big: true
                width: parent.width
                text: qsTrId("account.messages.close")
                iconName: "check"
                onClicked: questions.readingEnded()
            }
        }
    }
}
