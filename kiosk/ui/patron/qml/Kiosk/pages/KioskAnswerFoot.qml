import QtQuick
import Kiosk
import Kiosk.Desk

// Below an answer: what a card would add, where the values come from, and the ways to paper and to a phone.
Column {
    id: foot

    required property AnswerViewModel answer

    topPadding: Theme.px(22)
    spacing: Theme.px(16)

    Row {
        width: parent.width
        visible: foot.answer.cardHint !== ""
        spacing: Theme.px(14)

        KioskIcon {
            y: Math.round((Theme.captionLine - height) / 2)
            name: "card"
            size: Theme.px(28)
            color: Theme.ink2
        }

        KioskText {
            width: parent.width - Theme.px(42)
            text: foot.answer.cardHint
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }

    Row {
        width: parent.width
        bottomPadding: Theme.px(8)
        spacing: Theme.px(12)

        KioskIcon {
            y: Math.round((Theme.captionLine - height) / 2)
            name: "check"
            size: Theme.px(28)
            color: Theme.good
        }

        KioskText {
            objectName: "answer.asOf"
            width: parent.width - Theme.px(40)
            text: foot.answer.asOf
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.px(16)

        KioskButton {
            objectName: "answer.signIn"
            visible: foot.answer.cardHint !== ""
            text: qsTrId("own.sign_in")
            iconName: "card"
            onClicked: foot.answer.signIn()
        }

        KioskButton {
            objectName: "answer.join"
            visible: foot.answer.joining
            kind: KioskButton.Primary
            compact: true
            text: qsTrId("answer.join")
            iconName: "card"
            onClicked: foot.answer.join()
        }

        KioskButton {
            id: paper

            objectName: "answer.print"
            enabled: foot.answer.paper === "" || foot.answer.paper === "failed"
            text: qsTrId("answer.print")
            iconName: "print"
            onClicked: foot.answer.printOut()
        }

        KioskButton {
            objectName: "answer.phone"
            text: qsTrId("answer.phone")
            iconName: "qr"
            onClicked: foot.answer.phone.take()
        }

        KioskText {
            objectName: "answer.paperNote"
            width: Math.min(implicitWidth, Math.max(parent.width - paper.width - Theme.px(24), parent.width / 2))
            height: Math.max(paper.height, lineCount * lineHeight)
            visible: text !== ""
            text: foot.answer.paperNote
            color: foot.answer.paper === "failed" ? Theme.stop : Theme.ink2
            wrapMode: Text.WordWrap
        }
    }
}
