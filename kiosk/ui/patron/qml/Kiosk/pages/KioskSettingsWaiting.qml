pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// While one's own data is read, or why it cannot be.
Column {
    id: waiting

    property string failure

    signal againWanted

    spacing: Theme.px(24)

    KioskText {
        visible: waiting.failure === ""
        text: qsTrId("settings.reading")
        secondary: true
    }

    KioskSignInNotice {
        width: parent.width
        visible: text !== ""
        text: waiting.failure
    }

    KioskButton {
        objectName: "settings.again"
        visible: waiting.failure !== ""
        kind: KioskButton.Primary
        text: qsTrId("account.again")
        iconName: "renew"
        onClicked: waiting.againWanted()
    }
}
