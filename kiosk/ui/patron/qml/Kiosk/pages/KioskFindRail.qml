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
        height: foot.visible ? Math.floor(foot.y / each) * each : parent.height // whole rows above the years

        readonly property real each: Theme.px(96) + Theme.growth

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

            Item {
                width: 1
                height: Theme.px(12)
            }

            KioskTextLink {
                objectName: "find.allFilters"
                x: Theme.px(18)
                visible: !rail.brief
                text: qsTrId("find.all_filters")
                iconName: "filter"
                onClicked: rail.sheetWanted()
            }
        }
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
