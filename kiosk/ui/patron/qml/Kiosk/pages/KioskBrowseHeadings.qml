pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Headings in their order; near either end the next are read.
GridView {
    id: headings

    required property BrowseViewModel browse
    property int columns: 1

    objectName: "browse.headings"
    keyNavigationEnabled: false // arrows lead from item to item
    cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
    cellWidth: Math.floor(width / columns)
    cellHeight: Theme.px(96) + Theme.growth
    boundsBehavior: Flickable.DragAndOvershootBounds
    model: browse.headings
    onContentYChanged: readOn()
    onCountChanged: readOn()

    function readOn(): void {
        if (browse.more && contentY + 2 * height > originY + contentHeight)
            browse.showMore();
        else if (browse.before && verticalVelocity < 0 && contentY < originY + height)
            browse.showBefore();
    }

    delegate: KioskBrowseHeading {
        objectName: `browse.heading.${headingTarget}`
        width: headings.cellWidth - Theme.px(headings.columns > 1 ? 40 : 0)
        height: headings.cellHeight
        onFollowed: heading => headings.browse.follow(heading)
    }
}
