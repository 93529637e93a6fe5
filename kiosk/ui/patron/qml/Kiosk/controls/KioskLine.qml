import QtQuick
import Kiosk

// A line of text to touch, with an arrow at its end and a hairline below: questions, headings, months.
KioskPressable {
    id: line

    property color color: Theme.ink
    property int weight: Font.Normal
    property int level: KioskText.Row
    property string note // at the right, before the arrow
    property string trailingIcon: "arrow"
    property bool ruled: true
    readonly property bool cut: words.truncated // too long for its three lines
    property real gap: Theme.px(16) // between the words and the arrow

    deadY: Theme.px(8)
    implicitHeight: Math.max(Theme.rowHeight, words.height + Theme.px(32))
    padding: 0
    around: Theme.radiusSlip
    Accessible.name: note === "" ? text : `${text}, ${note}`

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: -Theme.px(12)
            anchors.rightMargin: -Theme.px(12)
            visible: line.down
            radius: Theme.radiusSlip
            color: Theme.tint
        }

        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.hairline
            visible: line.ruled
            color: Theme.line
        }
    }

    contentItem: Item {
        KioskText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - arrow.width - line.gap - (noteText.visible ? noteText.width + Theme.px(16) : 0)
            text: line.text
            decorative: true
            level: line.level
            color: line.color
            font.weight: line.weight
            elide: Text.ElideRight
            maximumLineCount: 3
            wrapMode: Text.WordWrap
        }

        KioskText {
            id: noteText

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: arrow.left
            anchors.rightMargin: Theme.px(16)
            visible: text !== ""
            text: line.note
            decorative: true
            secondary: true
            level: KioskText.Caption
        }

        KioskIcon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: line.trailingIcon
            size: Theme.px(34)
            color: line.color
        }
    }
}
