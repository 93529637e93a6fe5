import QtQuick
import Kiosk

// The library's name: on one line where it fits, else smaller on two, and there smaller again if need be.
KioskText {
    id: name

    property int large: KioskText.Heading // the level it has where it fits on one line
    readonly property real natural: measured.advanceWidth
    property real room: natural

    width: Math.min(room, Math.ceil(natural) + Theme.px(2))
    level: natural <= room ? large : natural * Theme.bodySize / measured.font.pixelSize <= 1.7 * room ? KioskText.Body : KioskText.Caption // two lines are never full
    font.weight: Font.Bold
    wrapMode: Text.WordWrap
    maximumLineCount: 2
    elide: Text.ElideRight

    TextMetrics {
        id: measured

        text: name.text
        font.family: Theme.family
        font.pixelSize: name.large === KioskText.Heading ? Theme.headingSize : Theme.bodySize
        font.weight: Font.Bold
    }
}
