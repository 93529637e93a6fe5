pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk

// A floor with the shelf wanted, where the patron stands and the way between. Lengths are the map's own.
// `shelves` and `areas` are [x, y, width, height] with a label each; what the words above the map say is `name`.
Item {
    id: map

    property real unitsWide: 988
    property real unitsHigh: 280
    property list<var> shelves
    property list<string> shelfLabels
    property int target: -1
    property list<var> areas
    property list<string> areaLabels
    property url backdrop // a picture of the floor instead of areas
    property point here: Qt.point(-1, -1)
    property string hereLabel
    property list<point> way
    property string name

    readonly property real ratio: width / unitsWide

    implicitHeight: Math.round(width * unitsHigh / unitsWide)
    transform: Theme.mirrorOf(map, Theme.mirrored)
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: Theme.px(6)
        color: Theme.paper
        border.width: Theme.stroke(3)
        border.color: Theme.ink
    }

    Image {
        anchors.fill: parent
        anchors.margins: Theme.stroke(3)
        source: map.backdrop
        sourceSize.width: width
        fillMode: Image.PreserveAspectFit
        asynchronous: true
    }

    Repeater {
        model: map.areas

        KioskMapBox {
            required property var modelData
            required property int index

            ratio: map.ratio
            box: modelData
            label: map.areaLabels[index] ?? ""
        }
    }

    Repeater {
        model: map.shelves

        KioskMapBox {
            required property var modelData
            required property int index

            ratio: map.ratio
            box: modelData
            label: map.shelfLabels[index] ?? ""
            shelf: true
            wanted: index === map.target
        }
    }

    Shape {
        anchors.fill: parent
        visible: map.way.length > 1

        ShapePath {
            strokeColor: Theme.action
            strokeWidth: Math.max(2, 6 * map.ratio)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [0.01, 2.3]

            PathPolyline {
                path: map.way.map(spot => Qt.point(spot.x * map.ratio, spot.y * map.ratio))
            }
        }
    }

    Rectangle {
        visible: map.here.x >= 0
        x: map.here.x * map.ratio - width / 2
        y: map.here.y * map.ratio - height / 2
        width: Theme.px(26)
        height: width
        radius: width / 2
        color: Theme.highContrast ? Theme.paper : "#FFFFFF"

        Rectangle {
            anchors.centerIn: parent
            width: Theme.px(18)
            height: width
            radius: width / 2
            color: Theme.highContrast || Theme.dark ? Theme.action : Theme.ink
        }
    }

    KioskText {
        visible: map.here.x >= 0
        turned: false
        x: map.here.x * map.ratio + Theme.px(30)
        y: map.here.y * map.ratio - height - Theme.px(12)
        text: map.hereLabel
        level: KioskText.Caption
        decorative: true
        font.weight: Font.Bold
    }
}
