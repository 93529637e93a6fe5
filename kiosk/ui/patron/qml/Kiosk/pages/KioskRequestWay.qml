import QtQuick
import Kiosk

// One thing to ask for: its sign, what it is, what becomes of it.
KioskRow {
    id: way

    required property string title
    required property string why
    required property string sign

    height: Math.max(Theme.px(136), words.height + Theme.px(48)) + Theme.growth
    carded: true
    endPadding: Theme.px(32)
    text: `${title}. ${why}`

    KioskIcon {
        id: mark

        x: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
        name: way.sign
        size: Theme.icon(44)
        color: Theme.highContrast ? Theme.ink : Theme.askText
    }

    Column {
        id: words

        x: mark.x + mark.width + Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.px(16)
        spacing: Theme.px(4)

        KioskText {
            width: parent.width
            text: way.title
            level: KioskText.Heading
            font.weight: Font.Bold
            decorative: true
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            text: way.why
            decorative: true
            secondary: true
            wrapMode: Text.WordWrap
        }
    }
}
