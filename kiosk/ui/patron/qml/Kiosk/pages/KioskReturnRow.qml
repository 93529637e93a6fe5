pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One item handed in: what it is, and where it was to be laid.
Item {
    id: row

    required property CheckinViewModel checkin
    required property int lineTicket
    required property string lineTitle
    required property string lineAbout
    required property string lineCover
    required property bool lineSquare
    required property string linePlace
    required property int lineTone
    required property bool lineAgain
    required property bool lineParts
    required property string lineLanguage

    readonly property string ownLanguage: lineLanguage // speech asks for both
    readonly property list<string> ownWords: [lineTitle]

    readonly property real split: Math.round(width * 0.6)

    implicitHeight: Math.max(Theme.px(112), words.height + Theme.px(24))
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [lineTitle, lineAbout, linePlace].filter(part => part !== "").join(", ")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    KioskCover {
        y: Theme.px(12) + (square ? Theme.px(14) : 0)
        unitsWide: 60
        source: row.lineCover
        square: row.lineSquare
    }

    Column {
        id: words

        x: Theme.px(84)
        anchors.verticalCenter: parent.verticalCenter
        width: row.split - x - Theme.px(16)

        KioskText {
            width: parent.width
            text: row.lineTitle
            ownLanguage: row.lineLanguage
            heading: true
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: row.lineAbout
            level: KioskText.Caption
            color: row.lineTone === KioskStateChip.Stop ? Theme.stop : Theme.ink2
            font.weight: row.lineTone === KioskStateChip.Stop ? Font.Bold : Font.Normal
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Item {
            width: 1
            height: Theme.px(12)
            visible: missing.visible
        }

        KioskButton {
            id: missing

            objectName: `return.missing.${row.lineTicket}`
            width: Math.min(implicitWidth, parent.width)
            visible: row.lineParts
            text: qsTrId("return.missing")
            iconName: "alert"
            onClicked: row.checkin.doubtParts(row.lineTicket)
        }
    }

    KioskLabel {
        x: row.split
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x
        visible: row.linePlace !== ""
        text: row.linePlace
        iconName: "arrow"
        gap: Theme.px(12)
        color: row.lineTone === KioskStateChip.Stop ? Theme.stop : Theme.giveBackText
    }

    KioskButton {
        objectName: `return.again.${row.lineTicket}`
        x: parent.width - width
        anchors.verticalCenter: parent.verticalCenter
        visible: row.lineAgain
        text: qsTrId("borrow.offer.again")
        iconName: "renew"
        onClicked: row.checkin.tryAgain(row.lineTicket)
    }
}
