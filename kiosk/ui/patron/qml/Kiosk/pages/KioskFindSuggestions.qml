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

    readonly property real rowHeight: Math.max(Theme.px(96) + Theme.growth, tallest)
    property real tallest: 0 // of the rows: all are as high as the one that needs most
    readonly property real listHeight: Math.ceil(list.count / columns) * rowHeight
    readonly property real chipsHeight: chips.visible ? chips.height + Theme.px(20) : 0

    KioskCountTold {
        count: list.count
    }

    KioskCard {
        id: card

        width: parent.width
        height: Math.min(suggestions.height - Theme.px(suggestions.footed ? 16 : 12), suggestions.listHeight + foot.height + suggestions.chipsHeight + Theme.px(suggestions.footed ? 20 : 12))
        lift: 6
        visible: list.count > 0 || suggestions.find.nothing !== "" || suggestions.footed && suggestions.find.showAll !== ""

        GridView {
            id: list

            objectName: "find.suggestions"
            keyNavigationEnabled: false // arrows lead from item to item
            cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
            x: Theme.px(24)
            y: Theme.px(6)
            width: parent.width - 2 * x
            height: parent.height - foot.height - suggestions.chipsHeight - y - Theme.px(suggestions.footed ? 14 : 6)
            clip: true
            cellWidth: Math.floor(width / suggestions.columns)
            cellHeight: suggestions.rowHeight
            boundsBehavior: Flickable.DragAndOvershootBounds
            model: suggestions.find.suggestions
            onCountChanged: if (count === 0)
                suggestions.tallest = 0

            delegate: KioskFindSuggestion {
                required property int index

                objectName: `find.suggestion.${suggestionKind}.${suggestionTarget}`
                width: list.cellWidth - Theme.px(suggestions.columns > 1 ? 24 : 0)
                height: list.cellHeight
                onImplicitHeightChanged: suggestions.tallest = Math.max(suggestions.tallest, implicitHeight)
                ruled: index < list.count - 1 || suggestions.footed && suggestions.find.showAll !== ""
                onTaken: (kind, target, record) => suggestions.find.takeSuggestion(kind, target, record)
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
