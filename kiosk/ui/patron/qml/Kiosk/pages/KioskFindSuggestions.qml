pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The card below the field while one types, ending in the way to all results and, where filters are not
// beside it, in those that narrow them down.
Item {
    id: suggestions

    required property FindViewModel find
    property int columns: 1
    property bool footed: true // ends in the way to all results, where that is not beside it

    readonly property real rowHeight: Math.max(Theme.px(96) + Theme.growth, tallest())
    readonly property real listHeight: Math.ceil(rows.count / columns) * rowHeight
    readonly property real chipsHeight: chips.visible ? chips.height + Theme.px(20) : 0

    // All rows are as high as the one that needs most.
    function tallest(): real {
        let height = 0;
        for (let index = 0; index < rows.count; index++)
            height = Math.max(height, rows.itemAt(index)?.implicitHeight ?? 0);
        return height;
    }

    KioskCountTold {
        count: rows.count
    }

    KioskCard {
        id: card

        width: parent.width
        height: Math.min(suggestions.height - Theme.px(suggestions.footed ? 16 : 12), suggestions.listHeight + foot.height + suggestions.chipsHeight + Theme.px(suggestions.footed ? 20 : 12))
        lift: 6
        visible: rows.count > 0 || suggestions.find.nothing !== "" || suggestions.footed && suggestions.find.showAll !== ""

        // Eight rows at most, all made at once: a view would make and drop some of them while it is laid out,
        // and by their heights lay itself out anew in the midst of it.
        Flickable {
            id: list

            readonly property real cellWidth: Math.floor(width / suggestions.columns)

            objectName: "find.suggestions"
            x: Theme.px(24)
            y: Theme.px(6)
            width: parent.width - 2 * x
            height: parent.height - foot.height - suggestions.chipsHeight - y - Theme.px(suggestions.footed ? 14 : 6)
            clip: true
            contentHeight: suggestions.listHeight
            boundsBehavior: Flickable.DragAndOvershootBounds

            Repeater {
                id: rows

                model: suggestions.find.suggestions

                delegate: KioskFindSuggestion {
                    required property int index

                    objectName: `find.suggestion.${suggestionKind}.${suggestionTarget}`
                    x: index % suggestions.columns * list.cellWidth
                    y: Math.floor(index / suggestions.columns) * suggestions.rowHeight
                    width: list.cellWidth - Theme.px(suggestions.columns > 1 ? 24 : 0)
                    height: suggestions.rowHeight
                    ruled: index < rows.count - 1 || suggestions.footed && suggestions.find.showAll !== ""
                    onTaken: (kind, target, record) => suggestions.find.takeSuggestion(kind, target, record)
                }
            }
        }

        Item {
            id: foot

            y: parent.height - height - suggestions.chipsHeight - Theme.px(4)
            width: parent.width
            height: suggestions.footed && suggestions.find.showAll !== "" ? suggestions.rowHeight : suggestions.find.nothing !== "" ? none.height + Theme.px(48) : 0

            KioskPressable {
                id: all

                objectName: "find.showAll"
                x: Theme.px(24)
                width: parent.width - 2 * x
                height: parent.height
                padding: 0
                deadY: Theme.px(8)
                ringInside: true
                visible: suggestions.footed && suggestions.find.showAll !== ""
                text: suggestions.find.showAll
                onClicked: suggestions.find.submit()

                contentItem: Item {
                    KioskLabel {
                        x: Theme.px(12)
                        width: parent.width - x - Theme.px(64)
                        anchors.verticalCenter: parent.verticalCenter
                        text: all.text
                        iconName: "search"
                        iconSize: Theme.px(32)
                        gap: Theme.px(20)
                        level: KioskText.Heading
                        weight: Font.Bold
                        color: all.down ? Theme.ink : Theme.link
                    }

                    KioskIcon {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(8)
                        anchors.verticalCenter: parent.verticalCenter
                        name: "arrow"
                        size: Theme.px(34)
                        color: Theme.link
                    }
                }
            }

            KioskText {
                id: none

                x: Theme.px(24)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                visible: suggestions.find.showAll === "" && text !== ""
                text: suggestions.find.nothing
                wrapMode: Text.WordWrap
            }
        }

        KioskFindChipLine {
            id: chips

            x: Theme.px(24)
            y: parent.height - height - Theme.px(16)
            width: parent.width - 2 * x
            visible: suggestions.footed && any && suggestions.find.showAll !== ""
            find: suggestions.find
        }
    }
}
