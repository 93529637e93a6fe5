pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A table of an answer. `rows` are lists of as many texts as there are heads; the first column stands left,
// the others right where they are figures; `marked` is the row that was asked for. Long cells are broken.
Column {
    id: table

    property list<string> heads
    property list<var> rows
    property list<string> icons // before the first column, one a row; empty: none
    property list<real> shares // of the width, one a column; empty: all alike but the first, twice as wide
    property int marked: -1
    property bool figures: true

    // What each column of figures needs, where all fit on one line with room between them.
    readonly property list<real> needs: heads.map((head, column) => rows.reduce((most, cells) => Math.max(most, letters.advanceWidth(cells[column] ?? "")), smallLetters.advanceWidth(head)) + (column === 0 && icons.length > 0 ? Theme.px(50) : 0))
    readonly property real spare: width - needs.reduce((sum, need) => sum + need, 0)
    readonly property real between: heads.length > 1 ? Math.min(Theme.px(64), spare / (heads.length - 1)) : 0
    readonly property bool snug: figures && between >= Theme.px(24)
    readonly property real whole: shares.reduce((sum, share) => sum + share, 0)

    Accessible.role: Accessible.Table

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.bodySize
        font.weight: Font.DemiBold
    }

    FontMetrics {
        id: smallLetters

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        font.weight: Font.DemiBold
    }

    function cellWidth(column: int): real {
        if (snug)
            return Math.floor(column === 0 ? needs[0] + spare - between * (heads.length - 1) : needs[column] + between);
        const parts = shares.length === heads.length ? whole : heads.length + 1;
        const part = shares.length === heads.length ? shares[column] : column === 0 ? 2 : 1;
        return Math.floor(width * part / parts);
    }

    Row {
        height: Math.max(Theme.px(52) + Theme.growth, implicitHeight)

        Repeater {
            model: table.heads

            KioskText {
                required property string modelData
                required property int index

                width: table.cellWidth(index)
                height: Math.max(lineCount * lineHeight + Theme.px(24), Theme.px(52) + Theme.growth)
                leftPadding: table.figures && index > 0 ? Theme.px(12) : 0
                rightPadding: table.figures || index === table.heads.length - 1 ? 0 : Theme.px(12)
                text: modelData
                level: KioskText.Caption
                secondary: true
                font.weight: Font.DemiBold
                horizontalAlignment: index === 0 || !table.figures ? Theme.alignStart : Theme.alignEnd
                wrapMode: Text.WordWrap
                Accessible.role: Accessible.ColumnHeader
            }
        }
    }

    Rectangle {
        width: table.width
        height: Theme.stroke(3)
        color: Theme.ink
    }

    Repeater {
        model: table.rows

        KioskTableRow {
            required property var modelData
            required property int index

            width: table.width
            widths: table.heads.map((_, column) => table.cellWidth(column))
            heads: table.heads
            cells: modelData
            iconName: table.icons[index] ?? ""
            marked: index === table.marked
            figures: table.figures
        }
    }
}
