pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The new books, standing on the dock; they drift by at 12 px a second until somebody touches them; above them the ways to requests and to a card.
Item {
    id: shelf

    required property HomeViewModel home
    property real lent: 0 // height that it gives to what stands above it
    property bool bare: false // gives all of it but the links

    readonly property real coverUnits: !Theme.portrait ? 116 : Theme.largeText || lent > 0 ? 107 : 122
    readonly property real coverWidth: Theme.px(coverUnits)
    readonly property real visibleHeight: Theme.px(!Theme.portrait ? 144 : Theme.largeText ? 127 : lent > 0 ? 88 : 153)
    readonly property real headHeight: Theme.px(stocked && !Theme.largeText ? 88 : 80) + Theme.growth // the links' own, with 16 below
    property bool drifting: !Theme.reducedMotion && !Theme.keysInUse && !list.moving && shelf.stocked && shelf.drift

    property bool drift: true

    // Large text needs the room in landscape, low reach the ground, two lines above it both; the links stay.
    readonly property bool crowded: bare || Theme.largeText && (Theme.landscape || lent > 0) || lent > Theme.px(120)
    readonly property bool stocked: list.count > 0 && !crowded && !Theme.lowReach

    implicitHeight: headHeight + (stocked ? visibleHeight : 0)

    KioskText {
        id: heading

        x: Theme.px(48)
        y: Theme.px(32) - Math.round(Theme.rowLine / 2)
        visible: shelf.stocked && !Theme.largeText
        text: qsTrId("home.new")
        heading: true
        level: KioskText.Row
    }

    // Beside the heading, or where there is none at the page's margin.
    KioskHomeWays {
        x: heading.visible ? parent.width - Theme.px(48) - width : Theme.px(48)
        y: heading.visible ? -Theme.px(8) : 0
        home: shelf.home
    }

    ListView {
        id: list

        objectName: "home.arrivals"
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // covers made beforehand are a warning when home goes meanwhile; the next is there for keys
        displayMarginBeginning: shelf.coverWidth
        displayMarginEnd: shelf.coverWidth
        y: parent.height - height
        width: parent.width
        height: shelf.visibleHeight
        visible: shelf.stocked
        orientation: ListView.Horizontal
        spacing: Theme.px(Theme.portrait ? 26 : 44)
        leftMargin: Theme.px(48)
        rightMargin: Theme.px(48)
        model: shelf.home.arrivals
        onMovementStarted: shelf.drift = false

        delegate: KioskPressable {
            id: arrival

            required property string arrivalRecord
            required property string arrivalTitle
            required property string arrivalAuthor
            required property string arrivalCover
            required property bool arrivalSquare
            required property string arrivalLanguage

            objectName: `home.arrival.${arrivalRecord}`
            width: shelf.coverWidth
            height: shelf.visibleHeight
            padding: 0
            deadY: Theme.px(4)
            ringInside: true
            around: 0
            ownLanguage: arrivalLanguage
            text: arrivalAuthor === "" ? arrivalTitle : `${arrivalTitle}, ${arrivalAuthor}`
            onClicked: shelf.home.openRecord(arrivalRecord)

            contentItem: Item {
                KioskCover {
                    width: shelf.coverWidth
                    height: arrival.arrivalSquare ? width : implicitHeight
                    y: arrival.arrivalSquare ? Math.max(0, parent.height - height) : 0
                    unitsWide: shelf.coverUnits
                    source: arrival.arrivalCover
                    square: arrival.arrivalSquare
                }
            }
        }
    }

    NumberAnimation {
        id: driver

        running: shelf.drifting && list.contentWidth > list.width
        target: list
        property: "contentX"
        to: list.contentWidth - list.width + Theme.px(48)
        duration: Math.max(1, (to - list.contentX) / Theme.s / 12 * 1000)
        onFinished: list.positionViewAtBeginning()
    }

    Timer {
        running: Theme.reducedMotion && shelf.stocked && shelf.drift
        interval: 20000
        repeat: true
        onTriggered: list.contentX = list.contentX + list.width >= list.contentWidth ? -list.leftMargin : list.contentX + list.width
    }
}
