import QtQuick
import Kiosk

// A button of the dock: no border, the bar's ink; the chosen language is turned inside out.
KioskPressable {
    id: button

    property string iconName
    property bool chosen: false
    property bool wordless: false // the icon alone, named for screen readers

    implicitHeight: Theme.px(80) + Theme.growth
    implicitWidth: Math.max(Theme.px(80), implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.px(Theme.largeText ? 22 : 24)
    rightPadding: Theme.px(Theme.largeText ? 22 : 24)
    topPadding: 0
    bottomPadding: 0
    checkable: false
    Accessible.checkable: button.chosen
    Accessible.checked: button.chosen

    background: Rectangle {
        radius: Theme.radiusButton
        color: button.chosen ? Theme.barInk : button.down ? Theme.blended(Theme.barInk, Theme.bar, 0.2) : Theme.faded(Theme.bar, 0)
    }

    contentItem: KioskLabel {
        text: button.wordless ? "" : button.text
        iconName: button.iconName
        iconSize: Theme.icon(32)
        color: button.chosen ? Theme.bar : Theme.barInk
        centred: true
    }
}
