import QtQuick
import Kiosk

// Words that lead somewhere, with a hit area 80 high around them.
KioskPressable {
    id: link

    property string iconName
    property color color: Theme.link
    property color pressedColor: Theme.ink
    property int level: KioskText.Body
    property int weight: Font.DemiBold
    property bool underlined: false

    leftPadding: 0
    rightPadding: 0
    topPadding: 0
    bottomPadding: 0
    implicitWidth: implicitContentWidth
    implicitHeight: Theme.px(80) + Theme.growth
    around: Theme.radiusSlip
    Accessible.role: Accessible.Link

    contentItem: KioskLabel {
        text: link.text
        iconName: link.iconName
        color: link.down ? link.pressedColor : link.color
        level: link.level
        weight: link.weight
        gap: Theme.px(12)
        underlined: link.underlined
    }
}
