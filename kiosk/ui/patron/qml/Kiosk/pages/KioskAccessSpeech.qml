import QtQuick
import Kiosk
import Kiosk.Desk

// Whether the screen is read aloud, on or off, and its key.
KioskCard {
    id: speech

    required property NarrationViewModel narration

    readonly property real natural: words.height + 2 * Theme.px(12)

    lift: 6

    KioskSwitch {
        id: words

        objectName: "access.speech"
        x: Theme.px(36)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * x
        enabled: speech.narration.usable
        text: qsTrId("access.speech")
        note: !speech.narration.usable ? qsTrId("access.speech.none") : speech.narration.speechKey === "" ? qsTrId("access.speech.note") : `${qsTrId("access.speech.note")} ${speech.narration.speechKey}`
        on: speech.narration.active
        stateText: on ? qsTrId("access.on") : qsTrId("access.off")
        ruled: false
        onClicked: speech.narration.toggle()
    }
}
