import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Desk

// A card as it lies in the hand: number, barcode on white, until when. A reader reads it off the glass.
Item {
    id: card

    required property JoinViewModel join

    // Whole pixels a module: a bar half as wide as its neighbour by rounding would not be read.
    readonly property real module: join.room > 0 ? Math.max(1, Math.floor((width - Theme.px(64)) / join.room)) : 1

    implicitHeight: inner.height + Theme.px(16 + 72)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTrId("join.card.name")

    KioskLift {
        layers: 6
        radius: Theme.radiusDialog
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusDialog
        color: Theme.borrow
    }

    Rectangle {
        y: Theme.px(16)
        width: parent.width
        height: parent.height - y
        radius: Theme.radiusDialog
        color: "#FFFFFF"
        border.width: Theme.highContrast ? Theme.hairline : Theme.stroke(1)
        border.color: Theme.line
    }

    Column {
        id: inner

        x: Theme.px(32)
        y: Theme.px(16 + 36)
        width: parent.width - 2 * x
        spacing: Theme.px(20)

        KioskText {
            width: parent.width
            text: qsTrId("card.temporary")
            font.weight: Font.Bold
            color: "#18233A"
        }

        Item {
            objectName: "join.bars"
            width: parent.width
            height: Theme.px(180)
            visible: card.join.bars !== ""
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTrId("join.card.barcode")

            Shape {
                x: Math.round((parent.width - card.join.room * card.module) / 2)
                width: card.join.room
                height: 1

                ShapePath {
                    fillColor: "#000000"
                    strokeWidth: -1

                    PathSvg {
                        path: card.join.bars
                    }
                }

                transform: Scale {
                    xScale: card.module
                    yScale: Theme.px(180)
                }
            }
        }

        KioskText {
            objectName: "join.number"
            width: parent.width
            text: card.join.number
            level: KioskText.Display
            font.family: Theme.mono
            font.letterSpacing: 0
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(32)
            horizontalAlignment: Text.AlignHCenter
            color: "#18233A"
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: card.join.until
            level: KioskText.Heading
            heading: true
            wrapMode: Text.WordWrap
            color: "#18233A"
        }
    }
}
