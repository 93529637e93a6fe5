pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// A picture of the library's over home while nobody is there, and a card that says what it is; the dock stays.
Item {
    id: attract

    required property ShellViewModel shell
    readonly property LookViewModel look: shell.look

    objectName: "home.attract"
    visible: look.idlePicture !== ""
    Accessible.role: Accessible.Button
    Accessible.name: qsTrId("home.attract")
    Accessible.onPressAction: look.wake()

    Rectangle {
        anchors.fill: parent
        color: Theme.sunk
    }

    Image {
        id: picture

        anchors.fill: parent
        transform: Theme.mirrorOf(picture, Theme.mirrored)
        source: attract.look.idlePicture
        cache: false
        fillMode: Image.PreserveAspectCrop
        opacity: 1
        onSourceChanged: if (!Theme.reducedMotion)
            fade.restart()
    }

    NumberAnimation {
        id: fade

        target: picture
        property: "opacity"
        from: 0
        to: 1
        duration: 250
        easing.type: Easing.OutCubic
    }

    KioskCard {
        x: Theme.px(48)
        y: parent.height - height - Theme.px(48)
        width: Math.min(parent.width - 2 * x, Theme.px(984))
        height: said.height + 2 * said.y
        lift: 6
        frameWidth: Theme.frame(1)

        Column {
            id: said

            x: Theme.px(40)
            y: Theme.px(36)
            width: parent.width - 2 * x
            spacing: Theme.px(20)

            Row {
                spacing: Theme.px(20)

                KioskLibraryLogo {
                    id: logo

                    look: attract.look
                    ground: Theme.card
                }

                KioskLibraryName {
                    anchors.verticalCenter: logo.verticalCenter
                    visible: attract.look.nameBeside
                    room: said.width - logo.width - Theme.px(20)
                    text: attract.shell.library
                }
            }

            KioskText {
                objectName: "home.attract.caption"
                width: parent.width
                text: attract.look.idleText !== "" ? attract.look.idleText : attract.look.welcome !== "" ? attract.look.welcome : qsTrId("home.question")
                level: KioskText.Title
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: qsTrId("home.attract")
                level: KioskText.Heading
                secondary: true
                wrapMode: Text.WordWrap
            }
        }
    }

    MouseArea {
        anchors.fill: parent
        onPressed: attract.look.wake()
    }
}
