import QtQuick
import Kiosk
import Kiosk.Desk

// What the camera sees, mirrored, in a frame to hold a phone into; and what to do differently.
Column {
    id: frame

    required property CameraViewModel camera

    spacing: Theme.px(12)

    KioskText {
        width: parent.width
        visible: !frame.camera.gone
        text: qsTrId("camera.order")
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    Rectangle {
        objectName: "camera.picture"
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
        width: parent.width
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
