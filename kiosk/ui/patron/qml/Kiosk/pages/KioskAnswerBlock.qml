pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One block of an article: a paragraph, a heading, a list, steps or a table.
Column {
    id: block

    required property int index
    required property string blockKind
    required property string blockText
    required property list<string> blockItems
    required property list<string> blockHeads
    required property var blockRows
    required property list<string> blockIcons
    required property list<real> blockShares
    required property int blockMarked
    required property bool blockFigures

    topPadding: index === 0 ? 0 : Theme.px(blockKind === "heading" ? 20 : blockKind === "table" ? 8 : 0)

    Loader {
        width: block.width
        sourceComponent: block.blockKind === "table" ? table : block.blockKind === "heading" ? heading : block.blockKind === "paragraph" ? paragraph : points
    }

    Component {
        id: paragraph

        Column {
            KioskAnswerWords {
                width: parent.width
                text: block.blockText
            }
        }
    }

    Component {
        id: heading

        Column {
            KioskText {
                width: parent.width
                text: block.blockText
                heading: true
                wrapMode: Text.WordWrap
            }
        }
    }

    Component {
        id: points

        KioskAnswerPoints {
            items: block.blockItems
            numbered: block.blockKind === "steps"
        }
    }

    Component {
        id: table

        KioskAnswerTable {
            heads: block.blockHeads
            rows: block.blockRows
            icons: block.blockIcons
            shares: block.blockShares
            marked: block.blockMarked
            figures: block.blockFigures
        }
    }
}
