import QtQuick
import Kiosk

// A filter or refinement: it may carry a count, be selected (a tick in front) and removable (a cross behind).
KioskPressable {
    id: chip

    property string iconName
    property string count
    property bool selected: false
    property bool removable: false
    property color fill: Theme.card

    readonly property color inkNow: selected ? Theme.paper : Theme.ink
    readonly property string iconNow: Theme.largeText ? "" : selected && !removable ? "check" : selected ? "" : iconName

    implicitHeight: Theme.px(80) + Theme.growth
    leftPadding: Theme.px(24)
    rightPadding: Theme.px(24)
    topPadding: 0
    bottomPadding: 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: count === "" ? text : text + ", " + count
    Accessible.checkable: true
    Accessible.checked: selected

    background: Rectangle {
        radius: Theme.radiusButton
        color: chip.selected ? Theme.ink : chip.down ? Theme.sunk : chip.fill
        border.width: chip.selected ? 0 : Theme.controlStroke
        border.color: Theme.edge
    }

    contentItem: Item {
        implicitWidth: inner.implicitWidth
        implicitHeight: inner.implicitHeight

        Row {
            id: inner

            anchors.centerIn: parent
            spacing: Theme.px(11)

            KioskLabel {
                anchors.verticalCenter: parent.verticalCenter
                text: chip.text
                iconName: chip.iconNow
                iconSize: Theme.px(28)
                color: chip.inkNow
                gap: Theme.px(14)
            }

            KioskText {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: chip.count
                level: KioskText.Caption
                decorative: true
                color: chip.selected ? Theme.paper : Theme.ink2
            }

            KioskIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.removable
                name: "close"
                size: Theme.px(28)
                color: chip.inkNow
            }
        }
    }
}
