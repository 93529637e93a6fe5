pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Below the loans: choosing some of them, and renewing those.
Item {
    id: choice

    required property AccountViewModel account

    implicitHeight: buttons.y + buttons.height + Theme.px(16)

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Flow {
        id: buttons

        x: parent.width - width
        y: Theme.px(16)
        width: Math.min(parent.width, choice.account.choosing ? end.implicitWidth + spacing + renew.implicitWidth : one.implicitWidth)
        spacing: Theme.px(16)

        KioskButton {
            id: one

            objectName: "account.choose"
            visible: !choice.account.choosing
            text: qsTrId("account.choose")
            iconName: "check"
            onClicked: choice.account.choose(true)
        }

        KioskButton {
            id: end

            objectName: "account.choose.end"
            visible: choice.account.choosing
            text: qsTrId("account.choose.end")
            iconName: "close"
            onClicked: choice.account.choose(false)
        }

        KioskButton {
            id: renew

            objectName: "account.renewChosen"
            visible: choice.account.choosing
            kind: KioskButton.Primary
            compact: true
            text: choice.account.renewChosenText
            iconName: "renew"
            enabled: choice.account.chosen > 0
            onClicked: choice.account.renewChosen()
        }
    }
}
