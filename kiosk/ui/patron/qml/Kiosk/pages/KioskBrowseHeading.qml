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

    // On one line where it has room, else smaller on two.
    KioskText {
        id: words

        readonly property real room: count.x - x - Theme.px(16)
        readonly property bool roomy: metrics.advanceWidth <= room

        anchors.verticalCenter: parent.verticalCenter
        x: label.visible ? Math.max(Theme.px(250), label.width + Theme.px(18)) : 0
        width: roomy ? Math.ceil(metrics.advanceWidth) + 1 : room
        visible: text !== ""
        text: row.headingText
        decorative: true
        level: roomy ? KioskText.Row : KioskText.Caption
        wrapMode: Text.WordWrap
        elide: Text.ElideRight
        maximumLineCount: roomy ? 1 : 2

        TextMetrics {
            id: metrics

            text: row.headingText
            font.family: Theme.family
            font.pixelSize: Theme.rowSize
        }
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
