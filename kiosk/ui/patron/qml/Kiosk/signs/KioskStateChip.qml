import QtQuick
import Kiosk

// Whether something is there, on its way or refused: always an icon and words.
Item {
    id: chip

    enum State {
        Good,
        Wait,
        Stop
    }

    property int tone: KioskStateChip.Good
    property string text
    property bool wraps: false // goes on in a second line where there is room below
    property string iconName: tone === KioskStateChip.Good ? "check" : tone === KioskStateChip.Wait ? "clock" : "stop"

    readonly property color inkNow: tone === KioskStateChip.Good ? Theme.good : tone === KioskStateChip.Wait ? Theme.wait : Theme.stop

    implicitWidth: Theme.px(14 + 26 + 10 + 16) + words.implicitWidth
    implicitHeight: Theme.px(46 - 28) + words.lineCount * Theme.captionLine
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSlip
        color: chip.tone === KioskStateChip.Good ? Theme.tint : chip.tone === KioskStateChip.Wait ? Theme.waitTint : Theme.stopTint
        border.width: Theme.highContrast ? Theme.stroke(2) : 0
        border.color: chip.inkNow
    }

    KioskIcon {
        x: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        name: chip.iconName
        size: Theme.px(26)
        thickness: Theme.highContrast ? 2.4 : 2.2
        color: chip.inkNow
    }

    KioskText {
        id: words

        x: Theme.px(50)
        width: Math.max(0, Math.min(implicitWidth, chip.width - Theme.px(66)))
        anchors.verticalCenter: parent.verticalCenter
        text: chip.text
        level: KioskText.Caption
        decorative: true
        color: chip.inkNow
        font.weight: Font.Bold
        wrapMode: chip.wraps ? Text.WordWrap : Text.NoWrap
        elide: Text.ElideRight
    }
}
