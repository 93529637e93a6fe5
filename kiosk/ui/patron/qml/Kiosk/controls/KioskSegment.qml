import QtQuick
import Kiosk

// One part of KioskSegments.
KioskPressable {
    id: segment

    property bool selected: false
    property bool divided: false

    deadX: Theme.px(8)
    leftPadding: Theme.px(28)
    rightPadding: Theme.px(28)
    topPadding: 0
    bottomPadding: 0
    ringInside: true
    Accessible.role: Accessible.PageTab
    Accessible.checked: selected
    Accessible.checkable: true

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: segment.selected ? 0 : Theme.controlStroke
            visible: segment.selected || segment.down
            radius: Theme.radiusButton
            color: segment.selected ? Theme.ink : Theme.sunk
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: segment.divided
            width: Theme.stroke(2)
            height: parent.height - Theme.px(40)
            color: Theme.line
        }
    }

    contentItem: Item {
        id: room

        // A word that needs it takes the room beside it too.
        readonly property real spill: words.implicitWidth > width ? Theme.px(20) : 0

        implicitWidth: words.implicitWidth

        KioskText {
            id: words

            x: -room.spill
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width + 2 * room.spill
            text: segment.text
            decorative: true
            horizontalAlignment: Text.AlignHCenter
            color: segment.selected ? Theme.paper : Theme.ink
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
    }
}
