import QtQuick
import Kiosk
import Kiosk.Desk

// "Did this answer it?" with yes and no, then what follows from it.
Rectangle {
    id: band

    required property AnswerViewModel answer
    property bool stacked: false

    readonly property bool open: answer.verdict === ""

    implicitHeight: Math.max(Theme.px(open && !stacked ? 120 : 96), content.height + Theme.px(stacked ? 48 : 40))
    radius: Theme.radiusCard
    color: Theme.tintAsk
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: Theme.line

    Item {
        id: content

        x: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.px(24)
        height: band.stacked && band.open ? question.height + Theme.px(16) + answers.height : Math.max(question.height, band.open ? answers.height : 0)

        KioskIcon {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            visible: band.answer.verdict === "yes"
            name: "check"
            size: Theme.px(38)
            color: Theme.good
        }

        KioskText {
            id: question

            objectName: "answer.helped"
            x: mark.visible ? Theme.px(54) : 0
            anchors.verticalCenter: band.stacked && band.open ? undefined : parent.verticalCenter
            width: parent.width - x - (band.open && !band.stacked ? answers.width + Theme.px(24) : 0)
            text: band.open ? qsTrId("answer.helped") : band.answer.verdict === "yes" ? qsTrId("answer.helped.yes") : qsTrId("answer.helped.no")
            level: KioskText.Heading
            heading: true
            wrapMode: Text.WordWrap
        }

        Row {
            id: answers

            anchors.right: band.stacked ? undefined : parent.right
            y: band.stacked ? question.height + Theme.px(16) : Math.round((parent.height - height) / 2)
            visible: band.open
            spacing: Theme.px(16)

            KioskButton {
                objectName: "answer.yes"
                leftPadding: Theme.px(34)
                rightPadding: Theme.px(34)
                text: qsTrId("answer.yes")
                iconName: "check"
                onClicked: band.answer.judge(true)
            }

            KioskButton {
                objectName: "answer.no"
                leftPadding: Theme.px(36)
                rightPadding: Theme.px(36)
                text: qsTrId("answer.no")
                iconName: "close"
                onClicked: band.answer.judge(false)
            }
        }
    }
}
