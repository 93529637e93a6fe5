pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk

// The reader and what to lay on it: the patron's card (290 × 200) or a book (260 × 220).
Item {
    id: reader

    property bool book: false
    property string name // said to screen readers; empty: decoration

    readonly property real unitsWide: book ? 260 : 290
    readonly property real unitsHigh: book ? 220 : 200
    readonly property list<point> beam: book ? [Qt.point(44, 120), Qt.point(205.75, 130), Qt.point(186.75, 180), Qt.point(73.25, 180)] : [Qt.point(39.2, 109.7), Qt.point(247, 80.5), Qt.point(195, 164), Qt.point(85.7, 164)]

    readonly property real ratio: width / unitsWide

    implicitWidth: Theme.px(unitsWide)
    implicitHeight: Theme.px(unitsHigh)
    Accessible.ignored: name === ""
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Shape {
        anchors.fill: parent
        layer.enabled: GraphicsInfo.api === GraphicsInfo.Software // as in KioskIcon

        ShapePath {
            fillColor: Theme.beam
            strokeColor: Theme.highContrast ? Theme.glow : "transparent"
            strokeWidth: Theme.highContrast ? 1.5 * reader.ratio : -1

            PathPolyline {
                path: [0, 1, 2, 3, 0].map(corner => Qt.point(reader.beam[corner].x * reader.ratio, reader.beam[corner].y * reader.ratio))
            }
        }
    }

    Item {
        width: reader.unitsWide
        height: reader.unitsHigh
        scale: reader.ratio
        transformOrigin: Item.TopLeft

        Loader {
            sourceComponent: reader.book ? bookParts : cardParts
        }

        Rectangle {
            y: reader.book ? 180 : 164
            width: reader.unitsWide
            height: reader.book ? 40 : 36
            radius: 12
            color: Theme.device
            border.width: Theme.highContrast ? 3 : 0
            border.color: Theme.ink
        }

        Rectangle {
            x: reader.book ? 70 : 85
            y: reader.book ? 196 : 179
            width: 120
            height: reader.book ? 7 : 6
            radius: 3
            color: Theme.glow
        }
    }

    Component {
        id: cardParts

        Item {
            KioskPiece {
                box: [47.4, 14.3 + 5, 196, 122, 12]
                rotation: -8
                color: Theme.shade
            }

            KioskPiece {
                box: [47.4, 14.3, 196, 122, 12]
                rotation: -8
                color: Theme.patronCard
                border.width: Theme.highContrast ? 3 : 0
                border.color: Theme.ink

                KioskLogo {
                    visible: !Theme.ownLogo
                    x: 16
                    y: 16
                    width: 36
                    height: 31
                    color: "#FFFFFF"
                    ground: Theme.patronCard
                    ruleColor: Theme.highContrast ? Theme.patronCard : Theme.scanLine
                }

                KioskPiece {
                    box: [16, 74, 164, 32, 3]
                    color: "#FFFFFF"
                }

                KioskBars {
                    x: 51
                    y: 79
                    height: 22
                }

                KioskPiece {
                    box: [8, 89, 180, 3, 0]
                    color: Theme.scanLine
                }
            }
        }
    }

    Component {
        id: bookParts

        Item {
            KioskPiece {
                box: [62 + 6, 7.7 + 4.5, 132, 136, 4]
                rotation: 6
                color: Theme.shade
            }

            KioskPiece {
                box: [62, 7.7, 132, 136, 4]
                rotation: 6
                color: Theme.patronCard
                border.width: Theme.highContrast ? 3 : 0
                border.color: Theme.ink

                KioskPiece {
                    box: [4, 126, 128, 8, 0]
                    color: Theme.highContrast ? Theme.ink : "#F3EEE3"
                }

                KioskPiece {
                    box: [16, 18, 100, 54, 4]
                    color: "#FFFFFF"
                }

                KioskBars {
                    x: 30
                    y: 27
                    height: 35
                    count: 14
                }

                KioskPiece {
                    box: [24, 61.5, 116, 3, 0]
                    color: Theme.scanLine
                }
            }
        }
    }
}
