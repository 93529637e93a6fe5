pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// While the account is read, or when it cannot be.
FocusScope {
    id: waiting

    required property AccountViewModel account

    Column {
        x: Theme.px(40)
        y: Theme.px(48)
        width: Math.min(parent.width - 2 * x, Theme.px(1000))
        spacing: Theme.px(24)

        KioskText {
            width: parent.width
            text: waiting.account.name
            heading: true
            level: KioskText.Title
        }

        KioskText {
            visible: waiting.account.failure === ""
            text: qsTrId("account.reading")
            secondary: true
        }

        KioskSignInNotice {
            width: parent.width
            visible: text !== ""
            text: waiting.account.failure
        }

        KioskButton {
            objectName: "account.again"
            visible: waiting.account.failure !== ""
            kind: KioskButton.Primary
            text: qsTrId("account.again")
            iconName: "renew"
            onClicked: waiting.account.readAgain()
        }
    }
}
