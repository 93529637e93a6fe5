pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A table for large text: each row a heading with its values below it, line by line.
Column {
    id: rows

    property list<string> heads
    property var rows: []
    property list<string> icons
    property int marked: -1

    spacing: Theme.px(8)

    Repeater {
        model: rows.rows

        Item {
            id: row

            required property var modelData
            required property int index
            readonly property list<string> cells: modelData
            readonly property bool marked: index === rows.marked

            width: rows.width
            height: words.height + Theme.px(32)
            Accessible.role: Accessible.Row
            Accessible.name: cells.map((cell, column) => column === 0 ? cell : `${rows.heads[column]} ${cell}`).join(", ")

            Rectangle {
                anchors.fill: parent
                anchors.leftMargin: -Theme.px(14)
                anchors.rightMargin: -Theme.px(14)
                visible: row.marked
                radius: Theme.radiusSlip
                color: Theme.tintAsk
                border.width: Theme.highContrast ? Theme.stroke(3) : 0
                border.color: Theme.ink
            }

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                visible: !row.marked
                color: Theme.line
            }

            Column {
                id: words

                y: Theme.px(16)
                width: parent.width
                spacing: Theme.px(2)

                Row {
                    width: parent.width
                    spacing: Theme.px(16)

                    KioskIcon {
                        y: Math.round((Theme.bodyLine - height) / 2)
                        visible: name !== ""
                        name: rows.icons[row.index] ?? ""
                        size: Theme.icon(32)
                    }

                    KioskText {
                        width: parent.width - x
                        text: row.cells[0] ?? ""
                        decorative: true
                        font.weight: Font.Bold
                        wrapMode: Text.WordWrap
                    }
                }

                Repeater {
                    model: Math.max(0, row.cells.length - 1)

                    Item {
                        id: pair

                        required property int index
                        readonly property bool fits: head.implicitWidth + value.implicitWidth + Theme.px(24) <= width

                        width: words.width
                        height: fits ? Math.max(head.height, value.height) : head.height + value.height

                        KioskText {
                            id: head

                            width: parent.width
                            text: rows.heads[pair.index + 1] ?? ""
                            decorative: true
                            secondary: true
                            level: KioskText.Caption
                            wrapMode: Text.WordWrap
                            height: Math.max(Theme.bodyLine, lineCount * lineHeight)
                        }

                        KioskText {
                            id: value

                            y: pair.fits ? 0 : head.height
                            width: parent.width
                            text: row.cells[pair.index + 1] ?? ""
                            decorative: true
                            font.weight: row.marked ? Font.Bold : Font.Normal
                            horizontalAlignment: pair.fits ? Theme.alignEnd : Theme.alignStart
                            wrapMode: Text.WordWrap
                        }
                    }
                }
            }
        }
    }
}
