pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Filters in a portrait window: what is here and forms, then languages, years and the way to all filters.
Column {
    id: filters

    required property FindViewModel find

    signal sheetWanted

    spacing: Theme.px(16)

    KioskFindChipLine {
        width: parent.width
        visible: any
        find: filters.find
    }

    Item {
        width: parent.width
        height: Theme.px(80) + Theme.growth

        KioskFindChipFlow {
            id: languages

            width: all.x - Theme.px(16) - (years.visible ? years.width + Theme.px(16) : 0)
            find: filters.find
            model: filters.find.languages
        }

        KioskFindYears {
            id: years

            x: languages.count > 0 ? languages.taken + Theme.px(16) : 0
            width: Theme.px(Theme.largeText ? 230 : 196)
            find: filters.find
            onSheetWanted: filters.sheetWanted()
        }

        KioskTextLink {
            id: all

            objectName: "find.allFilters"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(8)
            text: Theme.largeText ? qsTrId("find.filters.short") : qsTrId("find.all_filters")
            iconName: "filter"
            onClicked: filters.sheetWanted()
        }
    }

    Flow {
        width: parent.width
        spacing: Theme.px(16)
        visible: more.count > 0

        Repeater {
            id: more

            model: filters.find.extras

            KioskFindChip {
                find: filters.find
                removable: true
            }
        }
    }
}
