import QtQuick
import Kiosk

// The face of a button or key: pressed, it moves down onto its lip within a frame and comes back in 80 ms.
Item {
    id: plate

    property bool pressed: false
    property color face: Theme.card
    property color pressedFace: Theme.sunk
    property color lipColor: Theme.line
    property color frame: "transparent"
    property real frameWidth: Theme.controlStroke
    property real lip: Theme.px(3)
    property real radius: Theme.radiusButton
    property real sink: 0
    default property alias content: body.data

    Rectangle {
        y: plate.lip
        width: plate.width
        height: plate.height
        radius: plate.radius
        color: plate.lipColor
        visible: plate.lip > 0
    }

    Rectangle {
        id: body

        y: plate.sink
        width: plate.width
        height: plate.height
        radius: plate.radius
        color: plate.face
        border.width: plate.frame.a > 0 ? plate.frameWidth : 0
        border.color: plate.frame
    }

    states: State {
        name: "pressed"
        when: plate.pressed

        PropertyChanges {
            plate.sink: Math.max(plate.lip, Theme.px(3))
            body.color: plate.pressedFace
        }
    }

    transitions: Transition {
        from: "pressed"

        NumberAnimation {
            target: plate
            property: "sink"
            duration: 80
        }
        ColorAnimation {
            target: body
            duration: 80
        }
    }
}
