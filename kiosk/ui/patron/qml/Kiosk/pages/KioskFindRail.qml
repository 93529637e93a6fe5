pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The filters at the left of a landscape window: what is here, forms, languages; the years below.
Item {
    id: rail

    required property FindViewModel find
    property bool brief: false // while one types, above the keyboard: no years, no way to the others

    signal sheetWanted

    Flickable {
        id: flick

        width: parent.width
        height: rail.brief ? parent.height : Math.min(rows.height, Math.max(1, Math.floor(room / each)) * each)

        readonly property real each: Theme.px(96) + Theme.growth // whole rows, and below them the way to the rest
        readonly property real room: (foot.visible ? foot.y : parent.height) - others.height - gap
        readonly property real gap: Theme.px(8) // with the last row's own, 16 between two targets

        contentHeight: rows.height
        clip: true

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: rail.find.available

                KioskFindRailRow {
                    width: rows.width
                    find: rail.find
                }
            }

            Repeater {
                model: rail.find.extras

                KioskFindRailRow {
                    width: rows.width
                    find: rail.find
                }
            }

            Repeater {
                model: rail.find.forms

                KioskFindRailRow {
                    required property int index

                    visible: index < 4 || chipSelected // the others are on the sheet
                    width: rows.width
                    find: rail.find
                }
            }

            Repeater {
                model: rail.find.languages

                KioskFindRailRow {
                    width: rows.width
                    find: rail.find
                }
            }
        }
    }

    // Always in sight: filters that the rows have no room for would not be looked for.
    KioskTextLink {
        id: others

        objectName: "find.allFilters"
        x: Theme.px(18)
        y: flick.height + flick.gap
        visible: !rail.brief
        text: Theme.largeText ? qsTrId("find.filters.short") : qsTrId("find.all_filters")
        iconName: "filter"
        onClicked: rail.sheetWanted()
    }

    Item {
        id: foot

        y: parent.height - height
        width: parent.width
        height: Theme.bodyLine + years.height + Theme.px(34)
        visible: years.any && !rail.brief

        KioskText {
            y: Theme.px(8)
            text: qsTrId("find.year")
            heading: true
            font.weight: Font.Bold
        }

        KioskFindYears {
            id: years

            y: Theme.bodyLine + Theme.px(10)
            width: parent.width
            barsHeight: Theme.px(48)
            find: rail.find
            onSheetWanted: rail.sheetWanted()
        }
    }
}
