import QtQuick
import Kiosk

// What looks like a field but leads to the page with the real one, as at home.
KioskPressable {
    id: door

    property string placeholder
    property string iconName: "search"
    readonly property real wordRoom: width - Theme.px(108 + 24)

    implicitHeight: Theme.px(104) + Theme.growth
    padding: 0
    text: placeholder

    background: Rectangle {
        radius: Theme.radiusButton
        color: door.down ? Theme.tint : Theme.field
        border.width: Theme.fieldStroke
        border.color: Theme.ink
    }

    contentItem: Item {
        KioskIcon {
            x: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            name: door.iconName
            size: Theme.px(44)
        }

        Rectangle {
            x: Theme.px(92)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.stroke(3)
            height: Theme.px(44)
            color: Theme.action
        }

        KioskText {
            x: Theme.px(108)
            anchors.verticalCenter: parent.verticalCenter
            width: door.wordRoom
            text: door.placeholder
            decorative: true
            secondary: true
            level: KioskText.Row
            elide: Text.ElideRight
        }
    }
}
