import QtQuick
import Kiosk

// One shelf or area of KioskFloorMap: [x, y, width, height, radius] in the map's lengths.
Rectangle {
    id: box

    required property real ratio
    property list<real> box
    property string label
    property bool shelf: false
    property bool wanted: false

    readonly property color ground: Theme.label

    x: Math.round(box.box[0] * ratio)
    y: Math.round(box.box[1] * ratio)
    width: Math.round(box.box[2] * ratio)
    height: Math.round(box.box[3] * ratio)
    radius: (box.box[4] ?? 3) * ratio
    color: wanted ? Theme.action : ground
    border.width: Theme.stroke(2)
    border.color: wanted ? Theme.actionDown : Theme.edge

    KioskText {
        anchors.centerIn: parent
        turned: false
        text: box.label
        decorative: true
        color: box.wanted ? Theme.actInk : box.shelf && !Theme.highContrast ? Theme.labelInk : Theme.highContrast ? Theme.ink : "#4B5468"
        font.family: box.shelf ? Theme.mono : Theme.family
        font.weight: box.shelf ? Font.Bold : Font.Normal
        font.pixelSize: Theme.px(22)
        lineHeight: Theme.px(28)
    }
}
