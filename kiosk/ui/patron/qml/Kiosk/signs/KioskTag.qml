import QtQuick
import Kiosk

// What kind of thing a suggestion is: a quiet label.
Rectangle {
    id: tag

    property string text

    implicitWidth: words.implicitWidth + 2 * Theme.px(14)
    implicitHeight: Theme.px(42) + Theme.captionLine - Theme.px(28)
    radius: Theme.px(6)
    color: Theme.sunk
    border.width: Theme.highContrast ? Theme.stroke(2) : 0
    border.color: Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    KioskText {
        id: words

        anchors.centerIn: parent
        text: tag.text
        level: KioskText.Caption
        decorative: true
        font.weight: Font.DemiBold
    }
}
