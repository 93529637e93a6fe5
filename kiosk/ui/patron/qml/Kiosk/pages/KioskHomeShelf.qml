pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The new books, standing on the dock; they drift by at 12 px a second until somebody touches them.
Item {
    id: shelf

    required property HomeViewModel home
    required property ShellViewModel shell

    readonly property real coverUnits: !Theme.portrait ? 116 : Theme.largeText ? 107 : 122
    readonly property real coverWidth: Theme.px(coverUnits)
    readonly property real visibleHeight: Theme.px(!Theme.portrait ? 144 : Theme.largeText ? 157 : 153)
    readonly property real headHeight: Theme.largeText ? Theme.rowLine + Theme.px(20) : Theme.px(88) // the links' 80 with 16 below
    property bool drifting: !Theme.reducedMotion && !list.moving && shelf.visible && shelf.drift

    property bool drift: true

    // Large text needs the room in landscape, low reach the ground.
    readonly property bool wanted: list.count > 0 && !(Theme.largeText && Theme.landscape) && !Theme.lowReach

    implicitHeight: wanted ? headHeight + visibleHeight : 0
    visible: wanted

    KioskText {
        x: Theme.px(48)
        y: Theme.largeText ? Theme.px(2) : Theme.px(32) - Math.round(Theme.rowLine / 2)
        text: qsTrId("home.new")
        heading: true
        level: KioskText.Row
    }

    KioskText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(48)
        visible: Theme.largeText
        text: shelf.shell.openShort
        level: KioskText.Caption
    }

    // A card of one's own, and what the library shall get; large text has no room for them here.
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(48)
        y: -Theme.px(8)
        visible: !Theme.largeText
        spacing: Theme.px(48)

        KioskTextLink {
            objectName: "home.request"
            text: qsTrId("home.request")
            iconName: "mail"
            color: Theme.highContrast ? Theme.link : Theme.askText
            onClicked: shelf.home.request()
        }

        KioskTextLink {
            objectName: "home.join"
            visible: shelf.home.joining
            text: qsTrId("home.join")
            iconName: "card"
            color: Theme.highContrast ? Theme.link : Theme.borrowText
            onClicked: shelf.home.join()
        }
    }

    ListView {
        id: list

        objectName: "home.arrivals"
        y: parent.height - height
        width: parent.width
        height: shelf.visibleHeight
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

            objectName: `home.arrival.${arrivalRecord}`
            width: shelf.coverWidth
            height: shelf.visibleHeight
            padding: 0
            deadY: Theme.px(4)
            ringInside: true
            around: 0
            text: arrivalAuthor === "" ? arrivalTitle : `${arrivalTitle}, ${arrivalAuthor}`
            onClicked: shelf.home.openRecord(arrivalRecord)

            contentItem: Item {
                KioskCover {
                    width: shelf.coverWidth
                    height: arrival.arrivalSquare ? width : implicitHeight
                    y: arrival.arrivalSquare ? parent.height - height : 0
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
        running: Theme.reducedMotion && shelf.visible && shelf.drift
        interval: 20000
        repeat: true
        onTriggered: list.contentX = list.contentX + list.width >= list.contentWidth ? -list.leftMargin : list.contentX + list.width
    }
}
