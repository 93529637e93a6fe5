import QtQuick
import Kiosk

// Something that is on or off: its name and what it does, a switch at the end and its state in words.
// Disabled it has no switch: its note says why.
KioskPressable {
    id: line

    property string note
    property string stateText // "on"
    property bool on: false
    property bool ruled: true

    deadY: Theme.px(8)
    implicitHeight: Math.max(Theme.px(112), words.height + Theme.px(40))
    padding: 0
    around: Theme.radiusSlip
    explanation: note === "" ? stateText : `${note} ${stateText}`
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: -Theme.px(12)
            anchors.rightMargin: -Theme.px(12)
            visible: line.down
            radius: Theme.radiusSlip
            color: Theme.tint
        }

        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.hairline
            visible: line.ruled
            color: Theme.line
        }
    }

    contentItem: Item {
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: state.x - Theme.px(24)
            spacing: Theme.px(2)

            KioskText {
                width: parent.width
                text: line.text
                decorative: true
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: line.note
                decorative: true
                secondary: true
                level: KioskText.Caption
                wrapMode: Text.WordWrap
            }
        }

        KioskText {
            id: state

            visible: line.enabled
            anchors.right: track.left
            anchors.rightMargin: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            text: line.stateText
            decorative: true
            level: KioskText.Caption
            font.weight: Font.Bold
            color: line.on ? Theme.good : Theme.ink2
        }

        Rectangle {
            id: track

            visible: line.enabled
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(104)
            height: Theme.px(56)
            radius: height / 2
            color: line.on ? Theme.action : Theme.sunk
            border.width: Theme.controlStroke
            border.color: line.on ? Theme.action : Theme.edge

            Behavior on color {
                ColorAnimation {
                    duration: Theme.duration(150)
                }
            }

            Rectangle {
                x: line.on ? parent.width - width - y : y
                y: Theme.px(7)
                width: height
                height: parent.height - 2 * y
                radius: width / 2
                color: line.on ? Theme.actInk : Theme.card
                border.width: line.on ? 0 : Theme.controlStroke
                border.color: Theme.edge

                KioskIcon {
                    anchors.centerIn: parent
                    name: line.on ? "check" : ""
                    size: Theme.px(30)
                    thickness: 2.4
                    color: Theme.action
                }

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.duration(150)
                        easing.type: Easing.OutCubic
                    }
                }
            }
        }
    }
}
