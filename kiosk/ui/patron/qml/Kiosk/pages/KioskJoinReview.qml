pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What was typed, to look over: a touch on a line leads back to it.
Item {
    id: review

    required property JoinViewModel join

    readonly property bool paired: Theme.landscape && !Theme.largeText
    readonly property int columns: paired ? 2 : 1

    implicitHeight: lines.height

    KioskCard {
        anchors.fill: lines
    }

    Grid {
        id: lines

        columns: review.columns
        columnSpacing: Theme.px(16)

        width: parent.width

        Repeater {
            id: answers

            model: review.join.answers

            KioskRow {
                id: line

                required property int index
                required property string answerStep
                required property string answerLabel
                required property string answerValue
                required property string answerChange

                objectName: `join.change.${answerStep}`
                width: Math.floor((lines.width - (review.columns - 1) * lines.columnSpacing) / review.columns)
                height: Math.max(Theme.rowHeight, said.height + Theme.px(32))
                text: answerChange
                ruled: index + review.columns < answers.count
                iconName: ""
                onClicked: review.join.edit(answerStep)

                Column {
                    id: said

                    x: Theme.px(28)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - change.implicitWidth - Theme.px(64)

                    KioskText {
                        width: parent.width
                        text: line.answerLabel
                        level: KioskText.Caption
                        decorative: true
                        secondary: true
                        elide: Text.ElideRight
                    }

                    KioskText {
                        width: parent.width
                        text: line.answerValue
                        level: KioskText.Row
                        decorative: true
                        font.weight: Font.DemiBold
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }
                }

                KioskLabel {
                    id: change

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(32)
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTrId("join.change.short")
                    color: Theme.link
                }
            }
        }
    }
}
