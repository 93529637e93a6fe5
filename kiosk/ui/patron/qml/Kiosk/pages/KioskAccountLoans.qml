pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is borrowed, with renewing one or all.
KioskAccountCard {
    id: loans

    required property AccountViewModel account

    lift: 6
    title: qsTrId("account.loans.head")
    iconName: "loan"
    count: `${account.loanCount}`
    headHeight: Theme.px(104) + Theme.growth

    head: [
        KioskButton {
            objectName: "account.renewAll"
            x: parent.width - width
            anchors.verticalCenter: parent?.verticalCenter
            visible: loans.account.renewable > 1 && loans.account.progress === "" && !loans.account.choosing
            kind: KioskButton.Primary
            compact: true
            text: qsTrId("account.renew_all")
            iconName: "renew"
            onClicked: loans.account.renewAll()
        },
        KioskProgress {
            x: parent.width - width
            anchors.verticalCenter: parent?.verticalCenter
            width: Theme.px(360)
            visible: text !== ""
            text: loans.account.progress
            value: loans.account.done
        }
    ]

    Repeater {
        model: loans.account.loans

        KioskAccountLoanRow {
            width: parent?.width ?? 0
            account: loans.account
        }
    }

    KioskAccountChoice {
        width: parent.width
        visible: loans.account.renewable > 1 && loans.account.progress === ""
        account: loans.account
    }

    KioskText {
        visible: loans.account.loanCount === 0
        width: parent.width
        height: visible ? Theme.px(80) : 0
        text: qsTrId("account.loans.none")
        secondary: true
        wrapMode: Text.WordWrap
    }
}
