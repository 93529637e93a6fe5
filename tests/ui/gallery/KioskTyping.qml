import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Desk

// A field and a PIN field above the keyboard.
Window {
    id: window

    required property ShellViewModel shell

    width: 1080
    height: 1920
    visible: true

    Component.onCompleted: Theme.reducedMotion = true

    KioskField {
        objectName: "words"
        width: 1000
        onEdited: text => window.title = text
        onAccepted: window.title = `go:${text}`
        Component.onCompleted: beginTyping()
    }

    KioskField {
        objectName: "pin"
        y: 200
        width: 1000
        secret: true
        inputMethod: Qt.ImhDigitsOnly
    }

    KioskKeyboardHost {
        width: parent.width
        y: parent.height - height
        shell: window.shell
        focusItem: window.activeFocusItem
    }
}
