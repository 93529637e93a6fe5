pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One hold: what it is, how it stands, where it is collected, and buttons to change and to cancel it.
Item {
    id: row

    required property AccountHoldsViewModel holding
    required property int holdNumber
    required property string holdTitle
    required property string holdAuthor
    required property string holdCover
    required property bool holdSquare
    required property string holdChip
    required property int holdTone
    required property string holdWhere
    required property bool holdChangeable
    required property bool holdBusy
    required property string holdCancelName
    required property string holdChangeName
    required property string holdLanguage

    readonly property string ownLanguage: holdLanguage // speech asks for both
    readonly property list<string> ownWords: [holdTitle, holdAuthor]

    readonly property bool below: width < Theme.px(820) || Theme.largeText
    readonly property real gap: Theme.px(16)
    // The buttons stand beside one another, or where there is less room one below the other.
    readonly property real stateEnd: below ? (change.visible ? change.x - gap : width) : (change.visible ? change.x : cancel.x) - gap

    readonly property real stateTop: title.implicitHeight - Theme.px(8) // where it stands below the title
    readonly property real changeTop: Math.max(stateTop, Math.round((title.implicitHeight + cancel.height) / 2) + gap)

    implicitHeight: below ? Math.max(stateTop + state.height, change.visible ? changeTop + change.height : 0) + Theme.px(24) : Math.max(title.implicitHeight - Theme.px(4), state.height + Theme.px(32), Theme.px(128))
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

        width: (row.below ? cancel.x : state.x) - row.gap
        height: row.below ? implicitHeight : row.height
        cover: row.holdCover
        square: row.holdSquare
        text: row.holdTitle
        ownLanguage: row.holdLanguage
        author: row.holdAuthor
    }

    Column {
        id: state

        x: row.below ? Theme.px(90) : Math.round(row.width * 0.43)
        y: row.below ? row.stateTop : Math.round((row.height - height) / 2)
        width: row.stateEnd - x
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
        id: change

        objectName: `account.hold.${row.holdNumber}`
        x: row.below ? row.width - width : cancel.x - row.gap - width
        y: row.below ? row.changeTop : cancel.y
        visible: row.holdChangeable
        enabled: !row.holdBusy
        text: qsTrId("holds.change")
        ownLanguage: row.holdLanguage
        ownWords: [row.holdTitle]
        Accessible.name: row.holdChangeName
        onClicked: row.holding.change(row.holdNumber)
    }

    KioskButton {
        id: cancel

        objectName: `account.cancel.${row.holdNumber}`
        x: row.width - width
        y: Math.round(((row.below ? title.height : row.height) - height) / 2)
        width: Theme.px(80) + Theme.growth
        leftPadding: Theme.px(16)
        rightPadding: Theme.px(16)
        enabled: !row.holdBusy
        iconName: "close"
        ownLanguage: row.holdLanguage
        ownWords: [row.holdTitle]
        Accessible.name: row.holdCancelName
        onClicked: row.holding.cancel(row.holdNumber)
    }
}
