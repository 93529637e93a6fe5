import QtQuick
import Kiosk
import Kiosk.Desk

// The window of the patron side; Python decides its size, screen and when it is shown.
Window {
    id: window

    required property Desk desk

    color: Theme.paper
    title: desk.shell.library

    KioskShell {
        objectName: "shell"
        anchors.fill: parent
        desk: window.desk
    }
}
