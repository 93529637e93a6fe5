import QtQuick
import Kiosk
import Kiosk.Desk

// The window of the patron side; Python decides its size, screen and when it is shown.
Window {
    id: window

    required property Desk desk
    property var keyLayouts: ({}) // keyboards that languages bring along by files
    property bool turned: false // a quarter to the right, for a screen that stands on its side

    color: Theme.paper
    title: desk.shell.library

    Binding {
        target: KioskKeyLayouts
        property: "added"
        value: window.keyLayouts
    }

    Item {
        anchors.centerIn: parent
        width: window.turned ? window.height : window.width
        height: window.turned ? window.width : window.height
        rotation: window.turned ? 90 : 0

        KioskShell {
            id: glass

            objectName: "shell"
            anchors.fill: parent
            transform: Theme.mirrorOf(glass, Theme.mirrored)
            desk: window.desk
        }
    }
}
