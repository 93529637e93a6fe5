import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Desk

// Title, call number and place as a code for the phone's camera.
Column {
    id: code

    required property RecordViewModel record

    spacing: Theme.px(24)

    KioskText {
        width: parent.width
        text: qsTrId("record.qr.how")
        wrapMode: Text.WordWrap
    }

    Rectangle {
        id: paper

        objectName: "record.qr"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.px(480)
        height: width
        color: "#FFFFFF"
        border.width: Theme.stroke(1)
        border.color: Theme.line
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTrId("record.qr.name")

        // Eight modules of quiet in all: a camera needs four at each side.
        Shape {
            readonly property real module: code.record.qrSize > 0 ? paper.width / (code.record.qrSize + 8) : 1

            x: 4 * module
            y: 4 * module
            scale: module
            transformOrigin: Item.TopLeft

            ShapePath {
                fillColor: "#000000"
                strokeWidth: -1

                PathSvg {
                    path: code.record.qr
                }
            }
        }
    }
}
