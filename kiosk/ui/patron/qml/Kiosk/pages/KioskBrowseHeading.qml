import QtQuick
import Kiosk

// A subject, an author, or a call number with the titles that stand there; and how many there are.
KioskRow {
    id: row

    required property string headingKey
    required property string headingTarget
    required property string headingText
    required property string headingCallNumber
    required property string headingNote
    required property string headingCount

    signal followed(heading: string)

    endPadding: 0
    ringInside: true
    text: [headingCallNumber, headingText, headingNote, headingCount].filter(part => part !== "").join(", ")
    onClicked: followed(headingTarget)

    KioskText {
        anchors.verticalCenter: parent.verticalCenter
        x: label.visible ? Math.max(Theme.px(250), label.width + Theme.px(18)) : 0
        width: Math.min(implicitWidth, count.x - x - Theme.px(16))
        visible: text !== ""
        text: row.headingText
        decorative: true
        level: KioskText.Row
        elide: Text.ElideRight
        maximumLineCount: 1
    }

    KioskCallNumber {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        text: row.headingCallNumber
        Accessible.ignored: true
    }

    KioskText {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        text: row.headingNote === "" || Theme.narrow ? row.headingCount : `${row.headingNote} · ${row.headingCount}`
        decorative: true
        secondary: true
        level: KioskText.Caption
    }
}
