pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is owed and what each amount is for.
KioskAccountCard {
    id: fees

    required property AccountViewModel account

    title: qsTrId("account.fees")
    iconName: "coin"
    headHeight: Theme.px(80) + Theme.growth

    head: KioskText {
        x: parent.width - width
        anchors.verticalCenter: parent?.verticalCenter
        text: fees.account.owes
        level: KioskText.Title
    }

    Repeater {
        model: fees.account.fees

        Item {
            id: fee

            required property string feeText
            required property string feeAmount

            width: parent?.width ?? 0
            height: Math.max(Theme.px(62), what.height + Theme.px(24))
            Accessible.role: Accessible.ListItem
            Accessible.name: `${feeText}, ${feeAmount}`

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }

            KioskText {
                id: what

                anchors.verticalCenter: parent.verticalCenter
                width: amount.x - Theme.px(16)
                text: fee.feeText
                wrapMode: Text.WordWrap
            }

            KioskText {
                id: amount

                x: parent.width - width
                anchors.verticalCenter: parent.verticalCenter
                text: fee.feeAmount
            }
        }
    }

    KioskText {
        width: parent.width
        height: lineHeight * lineCount + Theme.px(28)
        text: fees.account.owes === "" ? qsTrId("account.fees.none") : qsTrId("account.fees.where")
        secondary: true
        wrapMode: Text.WordWrap
    }
}
