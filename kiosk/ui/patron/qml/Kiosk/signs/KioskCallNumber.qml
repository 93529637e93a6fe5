import QtQuick
import Kiosk

// A call number as on the book: mono capitals in a white framed label. `big` for the label's own sake;
// a line break in `text` makes the two-line label of a spine.
Rectangle {
    id: label

    property string text
    property bool big: false

    implicitWidth: visible ? Math.ceil(words.implicitWidth) + 2 * Theme.px(14) : 0
    implicitHeight: words.implicitHeight + 2 * Theme.px(6)
    visible: text !== ""
    radius: Theme.radiusLabel
    color: Theme.label
    border.width: Theme.controlStroke
    border.color: Theme.labelFrame
    Accessible.role: Accessible.StaticText
    Accessible.name: text.replace("\n", " ")

    KioskText {
        id: words

        anchors.centerIn: parent
        text: label.text
        decorative: true
        horizontalAlignment: Text.AlignHCenter
        color: Theme.labelInk
        font.family: Theme.mono
        font.weight: Font.Bold
        font.pixelSize: Theme.px(label.big ? 34 : Theme.captionUnits)
        lineHeight: Theme.px(label.big ? 49 : Theme.captionUnits + 6)
    }
}
