import QtQuick
import Kiosk

// One fact in the countdown's dialog: what is done, or what would be lost.
Item {
    id: line

    property string text
    property string iconName
    property color color: Theme.ink

    height: visible ? Math.max(Theme.px(65), words.height + Theme.px(30)) : 0
    visible: text !== ""

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskIcon {
        anchors.verticalCenter: parent.verticalCenter
        name: line.iconName
        size: Theme.px(32)
        color: line.color
    }

    KioskText {
        id: words

        x: Theme.px(48)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x
        text: line.text
        wrapMode: Text.WordWrap
    }
}
