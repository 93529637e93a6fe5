import QtQuick
import QtQuick.Shapes
import Kiosk

// The seconds left before the visit ends: a number, and a ring that shrinks once a second.
Item {
    id: countdown

    property int seconds: 20
    property int whole: 20
    property string unit // "seconds"

    readonly property real thickness: Theme.px(18)

    // The unit stands inside the ring however long and large it is.
    readonly property real within: Math.hypot(below.implicitWidth / 2 + Theme.px(8), Theme.px(38) + below.implicitHeight)

    implicitWidth: Math.ceil(Math.max(Theme.px(234), 2 * (within + thickness)))
    implicitHeight: implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: `${seconds} ${unit}`

    Shape {
        anchors.fill: parent
        visible: !Theme.reducedMotion

        ShapePath {
            strokeColor: Theme.sunk
            strokeWidth: countdown.thickness
            fillColor: "transparent"

            PathAngleArc {
                centerX: countdown.width / 2
                centerY: countdown.height / 2
                radiusX: (countdown.width - countdown.thickness) / 2
                radiusY: radiusX
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: Theme.action
            strokeWidth: countdown.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: countdown.width / 2
                centerY: countdown.height / 2
                radiusX: (countdown.width - countdown.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.max(0, countdown.seconds) / Math.max(1, countdown.whole)
            }
        }
    }

    KioskText {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -Theme.px(6)
        text: `${countdown.seconds}`
        decorative: true
        font.pixelSize: Theme.px(92)
        font.weight: Font.Bold
        lineHeight: Theme.px(100)
    }

    KioskText {
        id: below

        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(parent.height / 2 + Theme.px(38))
        text: countdown.unit
        level: KioskText.Caption
        decorative: true
        secondary: true
    }
}
