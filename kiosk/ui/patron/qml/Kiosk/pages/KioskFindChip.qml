import QtQuick
import Kiosk
import Kiosk.Desk

// One filter to set or to take off.
KioskChip {
    id: chip

    required property FindViewModel find
    required property string chipKind
    required property string chipValue
    required property string chipLabel
    required property string chipCount
    required property bool chipSelected
    required property string chipIcon
    required property bool chipExtra
    property bool plain: true

    objectName: `find.filter.${chipKind}.${chipValue}`
    text: chipLabel
    count: chipCount
    selected: chipSelected
    iconName: plain ? "" : chipIcon
    fill: "transparent"
    onClicked: find.toggleFilter(chipKind, chipValue)
}
