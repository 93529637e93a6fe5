import QtQuick
import Kiosk

// One choice of a step.
KioskRow {
    id: choice

    property bool roomy: false

    readonly property real wanted: Math.max(Theme.px(roomy ? 144 : 120), words.height + Theme.px(48))

    carded: true
    endPadding: Theme.px(32)

    KioskText {
        id: words

        x: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.px(16)
        text: choice.text
        decorative: true
        level: choice.roomy && Theme.portrait ? KioskText.Title : KioskText.Heading
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }
}
