import QtQuick
import Kiosk
import Kiosk.Desk

// What was asked, in a field: a touch on it goes back to typing, one on the cross begins anew.
KioskPressable {
    id: field

    required property AnswerViewModel answer

    objectName: "answer.field"
    readonly property real least: Theme.px(96) + Theme.growth

    implicitHeight: Math.max(least, asked.implicitHeight + Theme.px(28))
    padding: 0
    text: answer.question
    Accessible.name: `${qsTrId("answer.edit")}: ${answer.question}`
    onClicked: answer.edit()

    background: Rectangle {
        radius: Theme.radiusButton
        color: field.down ? Theme.tint : Theme.field
        border.width: Theme.fieldStroke
        border.color: Theme.ink
    }

    contentItem: Item {
        KioskIcon {
            x: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            name: "ask"
            size: Theme.px(44)
        }

        // How wide it is in one line, as large as can be.
        KioskText {
            id: natural

            visible: false
            text: field.answer.question
            decorative: true
            level: KioskText.Title
            font.weight: Font.DemiBold
        }

        KioskText {
            id: asked

            x: Theme.px(96)
            anchors.verticalCenter: parent.verticalCenter
            width: clear.x - x
            text: field.answer.question
            decorative: true
            level: natural.implicitWidth > width ? KioskText.Body : KioskText.Title
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }

        KioskPressable {
            id: clear

            objectName: "answer.clear"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(4)
            anchors.verticalCenter: parent.verticalCenter
            width: field.least
            height: field.least
            padding: 0
            text: qsTrId("answer.clear")
            around: width / 2
            onClicked: field.answer.clear()

            background: Item {
                Rectangle {
                    anchors.centerIn: parent
                    width: Theme.px(64)
                    height: width
                    radius: width / 2
                    color: clear.down ? Theme.line : Theme.sunk
                    border.width: Theme.highContrast ? Theme.stroke(2) : 0
                    border.color: Theme.edge
                }
            }

            contentItem: Item {
                KioskIcon {
                    anchors.centerIn: parent
                    name: "close"
                    size: Theme.px(32)
                }
            }
        }
    }
}
