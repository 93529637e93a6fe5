import QtQuick
import Kiosk
import Kiosk.Desk

// Hides the screen while it is told to somebody; one line says so to whoever comes by.
Rectangle {
    id: curtain

    required property NarrationViewModel narration

    objectName: "curtain"
    visible: narration.dark
    color: Theme.bar
    Accessible.ignored: true

    MouseArea {
        anchors.fill: parent
        onClicked: curtain.narration.touchCurtain()
    }

    KioskText {
        objectName: "curtain.hint"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - height - Theme.px(64)
        width: parent.width - 2 * Theme.px(64)
        text: qsTrId("narration.hint")
        decorative: true
        color: Theme.barInk
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
    }
}
