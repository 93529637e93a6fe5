import QtQuick
import Kiosk
import Kiosk.Desk

// One filter in the rail of a landscape window.
KioskPressable {
    id: row

    required property FindViewModel find
    required property string chipKind
    required property string chipValue
    required property string chipLabel
    required property string chipCount
    required property bool chipSelected
    required property string chipIcon
    required property bool chipExtra

    readonly property bool iconic: !Theme.largeText || chipSelected // large words take the icon's room
    readonly property color inkNow: chipSelected ? Theme.paper : Theme.ink

    objectName: `find.filter.${chipKind}.${chipValue}`
    implicitHeight: Theme.px(96) + Theme.growth
    padding: 0
    deadY: Theme.px(8)
    ringInside: true
    text: chipLabel
    Accessible.role: Accessible.CheckBox
    Accessible.name: chipCount === "" ? chipLabel : `${chipLabel}, ${chipCount}`
    Accessible.checkable: true
    Accessible.checked: chipSelected
    onClicked: find.toggleFilter(chipKind, chipValue)

    background: Item {
        Rectangle {
            y: Theme.px(8)
            width: parent.width
            height: parent.height - 2 * y
            visible: row.chipSelected || row.down
            radius: Theme.radiusButton
            color: row.chipSelected ? Theme.ink : Theme.sunk
        }

        Rectangle {
            x: Theme.px(row.iconic ? 62 : 18)
            y: parent.height - height
            width: parent.width - x
            height: Theme.hairline
            color: Theme.line
            visible: !row.chipSelected
        }
    }

    contentItem: Item {
        KioskIcon {
            x: Theme.px(18)
            anchors.verticalCenter: parent.verticalCenter
            visible: row.iconic
            name: row.chipSelected ? "check" : row.chipIcon
            size: Theme.px(28)
            color: row.inkNow
        }

        KioskText {
            x: Theme.px(row.iconic ? 62 : 18)
            anchors.verticalCenter: parent.verticalCenter
            width: count.x - x - Theme.px(12)
            text: row.chipLabel
            decorative: true
            color: row.inkNow
            font.weight: Font.DemiBold
            level: measure.advanceWidth > width ? KioskText.Caption : KioskText.Body
            wrapMode: Text.WordWrap

            TextMetrics {
                id: measure

                text: row.chipLabel
                font.family: Theme.family
                font.pixelSize: Theme.bodySize
                font.weight: Font.DemiBold
            }
        }

        KioskText {
            id: count

            anchors.right: parent.right
            anchors.rightMargin: Theme.px(18)
            anchors.verticalCenter: parent.verticalCenter
            text: row.chipCount
            decorative: true
            level: KioskText.Caption
            color: row.chipSelected ? Theme.paper : Theme.ink2
        }
    }
}
