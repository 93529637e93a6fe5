pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One hold: what it is, how it stands, where it is collected, and a button to cancel it.
Item {
    id: row

    required property AccountViewModel account
    required property int holdRecord
    required property string holdTitle
    required property string holdAuthor
    required property string holdCover
    required property bool holdSquare
    required property string holdChip
    required property int holdTone
    required property string holdWhere
    required property bool holdBusy
    required property string holdButtonName

    readonly property bool below: width < Theme.px(820) || Theme.largeText

    implicitHeight: below ? title.height + state.height + Theme.px(16) : Math.max(title.implicitHeight - Theme.px(4), Theme.px(128))
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [holdTitle, holdAuthor, holdChip, holdWhere].filter(part => part !== "").join(", ")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskAccountTitle {
        id: title

        width: (row.below ? cancel.x : state.x) - Theme.px(16)
        height: row.below ? implicitHeight : row.height
        cover: row.holdCover
        square: row.holdSquare
        text: row.holdTitle
        author: row.holdAuthor
    }

    Column {
        id: state

        x: row.below ? Theme.px(90) : Math.round(row.width * 0.508)
        y: row.below ? title.height - Theme.px(8) : Math.round((row.height - height) / 2)
        width: (row.below ? row.width : cancel.x - Theme.px(16)) - x
        spacing: Theme.px(4)

        KioskStateChip {
            width: Math.min(implicitWidth, parent.width)
            text: row.holdChip
            tone: row.holdTone
        }

        KioskText {
            width: parent.width
            text: row.holdWhere
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }

    KioskButton {
        id: cancel

        objectName: `account.cancel.${row.holdRecord}`
        x: row.width - width
        y: Math.round(((row.below ? title.height : row.height) - height) / 2)
        width: Theme.px(80)
        leftPadding: Theme.px(24)
        rightPadding: Theme.px(24)
        enabled: !row.holdBusy
        iconName: "close"
        Accessible.name: row.holdButtonName
        onClicked: row.account.cancelHold(row.holdRecord)
    }
}
