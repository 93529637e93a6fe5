import QtQuick
import Kiosk

// The green button of a page, or a plain one beside it.
KioskPressable {
    id: button

    enum Kind {
        Primary,
        Plain
    }

    property int kind: KioskButton.Plain
    property string iconName
    property bool compact: kind === KioskButton.Plain
    property bool big: false // the label in heading size

    readonly property bool primary: kind === KioskButton.Primary
    readonly property color labelColor: !enabled ? Theme.ink2 : primary ? Theme.actInk : Theme.ink

    implicitHeight: Theme.px(compact ? 80 : 96) + Theme.growth
    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)
    topPadding: 0
    bottomPadding: 0

    background: KioskPlate {
        pressed: button.down && button.enabled
        face: !button.enabled ? Theme.sunk : button.primary ? Theme.action : Theme.card
        pressedFace: button.primary ? Theme.actionDown : Theme.sunk
        lipColor: button.primary ? Theme.actionDown : Theme.line
        frame: button.enabled && !button.primary ? Theme.edge : "transparent"
        lip: button.enabled ? Theme.px(3) : 0
    }

    contentItem: KioskLabel {
        text: button.text
        iconName: button.iconName
        color: button.labelColor
        big: button.big
        centred: true
        lift: Theme.px(button.compact ? 1 : 0)
    }
}
