pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// New or popular titles, as on the Find page.
GridView {
    id: titles

    required property BrowseViewModel browse
    property int columns: 1
    property real gapX: Theme.px(18)

    objectName: "browse.titles"
    keyNavigationEnabled: false // arrows lead from item to item
    cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
    topMargin: Theme.px(12) // all around for a focus ring
    leftMargin: topMargin
    rightMargin: topMargin
    cellWidth: Math.floor((width - 2 * topMargin) / columns)
    cellHeight: measures.rowHeight + Theme.px(columns > 1 ? 20 : 16)
    bottomMargin: Theme.px(24)
    boundsBehavior: Flickable.DragAndOvershootBounds
    model: browse.rows

    KioskTitleMeasures {
        id: measures

        folded: titles.columns > 1 || Theme.largeText
    }

    delegate: KioskFindTitle {
        objectName: `browse.title.${titleRecord}`
        width: titles.cellWidth - (titles.columns > 1 ? titles.gapX : 0)
        height: measures.rowHeight
        measures: measures
        onOpened: record => titles.browse.openRecord(record)
    }
}
