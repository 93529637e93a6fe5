import QtQuick
import Kiosk

// A row of a list to touch: whatever `content` is, on a card or between hairlines.
KioskPressable {
    id: row

    property bool carded: false
    property bool ruled: !carded
    property bool chosen: false // an ink frame
    property string iconName: "next" // the chevron at the end; empty: none
    property real endPadding: Theme.px(24)
    default property alias content: inside.data

    deadY: Theme.px(8)
    implicitHeight: Theme.px(96) + Theme.growth
    padding: 0
    around: Theme.radiusCard

    background: Item {
        KioskLift {
            raised: row.carded
        }

        Rectangle {
            anchors.fill: parent
            visible: row.carded || row.down || row.chosen
            radius: Theme.radiusCard
            color: row.down ? Theme.tint : Theme.card
            border.width: row.chosen ? Theme.controlStroke : row.carded ? Theme.hairline : 0
            border.color: row.chosen ? Theme.ink : Theme.line
        }

        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.hairline
            visible: row.ruled && !row.chosen
            color: Theme.line
        }
    }

    contentItem: Item {
        Item {
            id: inside

            anchors.fill: parent
            anchors.rightMargin: row.iconName !== "" ? Theme.px(32) + row.endPadding : 0
        }

        KioskIcon {
            anchors.right: parent.right
            anchors.rightMargin: row.endPadding
            anchors.verticalCenter: parent.verticalCenter
            visible: row.iconName !== ""
            name: row.iconName
            size: Theme.px(32)
        }
    }
}
