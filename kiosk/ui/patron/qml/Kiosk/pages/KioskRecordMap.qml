pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Desk

// The floor with the shelf marked and the way to it, said in words above.
KioskCard {
    id: map

    required property RecordMapViewModel place

    readonly property list<string> lines: place.lines
    readonly property real unit: place.width > 0 ? drawing.width / place.width : 1

    implicitHeight: drawing.y + drawing.height + Theme.px(20)
    visible: place.title !== ""
    Accessible.role: Accessible.Graphic
    Accessible.name: place.spoken
    Accessible.description: labels.told

    KioskIcon {
        x: drawing.x
        y: Math.round(head.y + (Theme.headingLine - height) / 2)
        name: "map"
        size: Theme.px(34)
    }

    KioskHeadline {
        id: head

        x: drawing.x + Theme.px(34 + 16)
        y: Theme.px(16)
        width: drawing.x + drawing.width - x
        text: map.place.title
        remark: map.place.remark
    }

    Item {
        id: drawing

        layer.enabled: GraphicsInfo.api === GraphicsInfo.Software // as in KioskIcon
        transform: Theme.mirrorOf(drawing, Theme.mirrored) // a floor lies as it lies
        x: Theme.px(24)
        y: head.y + head.height + Theme.px(12)
        width: parent.width - 2 * x
        height: Math.round(width * (map.place.width > 0 ? map.place.height / map.place.width : 0))

        // A layer that is not painted all over is black where it is not.
        Rectangle {
            anchors.fill: parent
            color: Theme.card
        }

        component KioskMapLine: Shape {
            id: line

            property string path
            property color fill: "transparent"
            property color edge: Theme.edge
            property real strokeUnits: 2

            visible: path !== ""

            ShapePath {
                fillColor: line.fill
                strokeColor: line.edge
                strokeWidth: line.edge.a > 0 ? line.strokeUnits : -1
                joinStyle: ShapePath.RoundJoin
                capStyle: ShapePath.RoundCap

                PathSvg {
                    path: line.path
                }
            }
        }

        Item {
            x: -map.place.x * map.unit
            y: -map.place.y * map.unit
            scale: map.unit
            transformOrigin: Item.TopLeft

            Rectangle {
                x: map.place.x + 10
                y: map.place.y + 10
                width: Math.max(0, map.place.width - 20)
                height: Math.max(0, map.place.height - 20)
                color: Theme.paper
            }

            KioskMapLine {
                path: map.lines[5]
                fill: Theme.sunk
                edge: "transparent"
            }

            KioskMapLine {
                path: map.lines[1]
                fill: Theme.sunk
                edge: Theme.ink
                strokeUnits: 3
            }

            KioskMapLine {
                path: map.lines[2]
            }

            KioskMapLine {
                path: map.lines[4]
                fill: Theme.card
            }

            KioskMapLine {
                path: map.lines[3]
                fill: Theme.label
            }

            KioskMapLine {
                path: map.lines[6]
                fill: Theme.action
                edge: Theme.ink
            }

            KioskMapLine {
                path: map.lines[0]
                edge: Theme.ink
                strokeUnits: 4
            }

            Shape {
                visible: map.lines[7] !== ""

                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Theme.action
                    strokeWidth: 6
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [0.01, 2]
                    capStyle: ShapePath.RoundCap

                    PathSvg {
                        path: map.lines[7]
                    }
                }
            }

            Rectangle {
                x: map.place.hereX - 13
                y: map.place.hereY - 13
                visible: map.place.hereX >= 0
                width: 26
                height: 26
                radius: 13
                color: Theme.ink
                border.width: 4
                border.color: Theme.highContrast ? "#000000" : "#FFFFFF"
            }
        }

        KioskRecordMapLabels {
            id: labels

            anchors.fill: parent
            place: map.place
            unit: map.unit
        }
    }
}
