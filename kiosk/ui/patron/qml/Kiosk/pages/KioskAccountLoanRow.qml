pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One loan: what it is, its date slip, and renewing it or why not.
Item {
    id: row

    required property AccountViewModel account
    required property string loanBarcode
    required property string loanTitle
    required property string loanAuthor
    required property string loanCover
    required property bool loanSquare
    required property string loanWeekday
    required property string loanDay
    required property string loanMonth
    required property int loanSlipTone
    required property string loanRemark
    required property int loanRemarkTone
    required property string loanRemarkIcon
    required property string loanSide
    required property bool loanRenewable
    required property bool loanChosen
    required property string loanButtonName
    required property string loanLanguage

    readonly property string ownLanguage: loanLanguage // speech asks for both
    readonly property list<string> ownWords: [loanTitle, loanAuthor]

    readonly property bool below: width < Theme.px(820) || Theme.largeText // the button has no room beside
    readonly property real sideWidth: Theme.px(260)

    implicitHeight: title.height + (below ? side.height + Theme.px(side.height > 0 ? 16 : 0) : 0)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [loanTitle, loanAuthor, `${loanWeekday} ${loanDay} ${loanMonth}`, loanRemark, loanSide].filter(part => part !== "").join(", ")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskAccountTitle {
        id: title

        width: slip.x - Theme.px(16)
        height: Math.max(implicitHeight, slip.height + Theme.px(row.below ? 32 : 12))
        cover: row.loanCover
        square: row.loanSquare
        text: row.loanTitle
        ownLanguage: row.loanLanguage
        author: row.loanAuthor
        remark: row.loanRemark
        remarkIcon: row.loanRemarkIcon
        remarkTone: row.loanRemarkTone
    }

    KioskDateSlip {
        id: slip

        x: row.below ? row.width - width : row.width - row.sideWidth - Theme.px(42) - width
        y: Math.round(((row.below ? title.height : row.height) - height) / 2)
        tone: row.loanSlipTone
        weekday: row.loanWeekday
        day: row.loanDay
        month: row.loanMonth
    }

    Item {
        id: side

        x: row.below ? Theme.px(90) : row.width - width
        y: row.below ? title.height : Math.round((row.height - height) / 2)
        width: row.below ? row.width - x : row.sideWidth
        height: row.loanRenewable ? button.height : words.text !== "" ? words.height : 0

        KioskButton {
            id: button

            objectName: `account.renew.${row.loanBarcode}`
            width: parent.width
            visible: row.loanRenewable && !row.account.choosing
            text: qsTrId("account.renew")
            iconName: "renew"
            ownLanguage: row.loanLanguage
            ownWords: [row.loanTitle]
            Accessible.name: row.loanButtonName
            onClicked: row.account.renew(row.loanBarcode)
        }

        KioskChip {
            objectName: `account.choose.${row.loanBarcode}`
            width: parent.width
            visible: row.loanRenewable && row.account.choosing
            text: qsTrId(row.loanChosen ? "account.chosen" : "account.choose.one")
            selected: row.loanChosen
            ownLanguage: row.loanLanguage
            ownWords: [row.loanTitle]
            Accessible.name: row.loanButtonName
            onClicked: row.account.touchLoan(row.loanBarcode)
        }

        KioskText {
            id: words

            width: parent.width
            visible: !row.loanRenewable
            horizontalAlignment: row.below ? Theme.alignStart : Text.AlignHCenter
            text: Theme.unbroken(row.loanSide)
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }
}
