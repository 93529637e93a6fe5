import QtQuick
import Kiosk

// The heading of a part of the sheet, with a line below it.
Item {
    id: head

    required property string text

    width: Theme.px(560)

    KioskText {
        y: -Theme.px(20)
        text: head.text
        font.weight: Font.Bold
    }

    Rectangle {
        y: Theme.px(23)
        width: head.width
        height: Theme.stroke(2)
        color: Theme.ink
    }
}
