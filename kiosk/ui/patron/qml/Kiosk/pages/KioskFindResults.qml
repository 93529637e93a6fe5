pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The titles found, in one column or two; near the end the next are read.
GridView {
    id: results

    required property FindViewModel find
    property int columns: 1
    property bool untouched: true // stays at the top while the head above it grows
    property real gapX: Theme.px(18)
    property real edge: Theme.px(40)

    objectName: "find.results"
    keyNavigationEnabled: false // arrows lead from item to item
    reuseItems: true
    cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
    leftMargin: edge
    rightMargin: edge - (columns > 1 ? gapX : 0)
    cellWidth: Math.floor((width - leftMargin - rightMargin) / columns)
    cellHeight: measures.rowHeight + Theme.px(columns > 1 ? 20 : 16)
    bottomMargin: Theme.px(24)
    boundsBehavior: Flickable.DragAndOvershootBounds
    model: find.rows
    onContentYChanged: readOn()
    onCountChanged: readOn()
    onMovementStarted: untouched = false
    onMovementEnded: lookAt()
    onOriginYChanged: if (untouched)
        positionViewAtBeginning()

    Connections {
        target: results.find

        function onResultsReplaced(): void {
            results.untouched = true;
            results.positionViewAtBeginning();
        }
    }

    // Counted in rows: how high the contents are is known only when they have been laid out.
    function readOn(): void {
        const end = Math.ceil(count / columns) * cellHeight;
        if (contentY + (moving ? 6 : 2) * height > end && find.more)
            find.showMore();
    }

    function lookAt(): void {
        const row = Math.max(0, Math.floor(contentY / cellHeight));
        find.lookAt(row * columns, (row + Math.ceil(height / cellHeight) + 1) * columns - 1);
    }

    KioskTitleMeasures {
        id: measures

        folded: results.columns > 1 || Theme.largeText
    }

    delegate: KioskFindTitle {
        objectName: `find.title.${titleRecord}`
        width: results.cellWidth - (results.columns > 1 ? results.gapX : 0)
        height: measures.rowHeight
        measures: measures
        onOpened: record => results.find.openRecord(record)
        // One that waits for its next title is nowhere, for the eye and for a screen reader.
        GridView.onPooled: visible = false
        GridView.onReused: visible = true
    }
}
