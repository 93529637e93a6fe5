import QtQuick
import Kiosk

// One part of KioskSegments.
KioskPressable {
    id: segment

    property bool selected: false
    property bool divided: false
    property bool crowded: false // the words of all together have no room in their own size

    deadX: Theme.px(8)
    implicitWidth: implicitContentWidth + 2 * Theme.px(28) // what it wishes for, crowded or not
    leftPadding: Theme.px(crowded ? 8 : 28)
    rightPadding: leftPadding
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
        readonly property real spill: !segment.crowded && measure.advanceWidth > width ? Theme.px(20) : 0

        implicitWidth: Math.ceil(measure.advanceWidth)

        TextMetrics {
            id: measure

            text: segment.text
            font.family: Theme.family
            font.pixelSize: Theme.bodySize
            font.weight: Font.DemiBold
        }

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
            level: segment.crowded || measure.advanceWidth > width ? KioskText.Caption : KioskText.Body
        }
    }
}
