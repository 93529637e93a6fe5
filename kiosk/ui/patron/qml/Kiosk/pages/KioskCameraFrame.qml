import QtQuick
import Kiosk
import Kiosk.Desk

// What the camera sees, mirrored, in a frame to hold a phone into; and what to do differently.
Item {
    id: frame

    required property CameraViewModel camera
    property bool low: false // the words stand beside the picture, not above and below it

    readonly property real gap: Theme.px(12)

    implicitHeight: Math.max(low && picture.visible ? picture.height : 0, room.y + room.height)

    KioskText {
        id: order

        x: room.x
        width: parent.width - x
        visible: !frame.camera.gone
        text: qsTrId("camera.order")
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    Rectangle {
        id: picture

        objectName: "camera.picture"
        y: frame.low ? 0 : order.height + frame.gap
        width: Math.min(parent.width, Theme.px(420))
        height: Math.round(width * 0.6)
        visible: !frame.camera.gone
        radius: Theme.radiusCard
        color: Theme.sunk
        border.width: Theme.controlStroke
        border.color: Theme.edge
        clip: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTrId("camera.name")

        Image {
            id: seen

            transform: Theme.mirrorOf(seen, Theme.mirrored)
            anchors.fill: parent
            anchors.margins: parent.border.width
            source: frame.camera.picture
            fillMode: Image.PreserveAspectCrop
            mirror: true
            cache: false
            retainWhileLoading: true
        }

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.62
            height: parent.height * 0.7
            radius: Theme.radiusButton
            color: "transparent"
            border.width: Theme.stroke(4)
            border.color: Theme.highContrast ? Theme.focus : Theme.barInk
        }
    }

    // Its room stays, so that nothing jumps while a phone is brought nearer.
    Item {
        id: room

        x: frame.low && picture.visible ? picture.width + Theme.px(32) : 0
        y: !picture.visible ? 0 : frame.low ? order.height + frame.gap : picture.y + picture.height + frame.gap
        width: parent.width - x
        height: Math.max(Theme.px(68) + 2 * Theme.growth, hint.height)

        KioskSignInNotice {
            id: hint

            objectName: "camera.hint"
            width: parent.width
            visible: text !== ""
            text: frame.camera.hint
        }
    }
}
