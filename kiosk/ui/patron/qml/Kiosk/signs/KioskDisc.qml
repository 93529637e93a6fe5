import QtQuick
import Kiosk

// A round sign: an icon on the sunk ground, or a patron's initials on the section's colour.
Rectangle {
    id: disc

    property string iconName
    property string initials
    property real units: initials !== "" ? 84 : 60

    implicitWidth: Theme.px(units)
    implicitHeight: width
    radius: width / 2
    color: initials !== "" ? Theme.borrow : Theme.sunk
    border.width: Theme.highContrast ? Theme.stroke(2) : 0
    border.color: Theme.edge
    Accessible.ignored: true

    KioskIcon {
        anchors.centerIn: parent
        name: disc.iconName
        size: Theme.px(32)
    }

    KioskText {
        anchors.centerIn: parent
        text: disc.initials
        decorative: true
        color: Theme.secInk
        font.pixelSize: Theme.px(30)
        font.weight: Font.Bold
    }
}
