pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Looking around without typing: one of five lists, with letters or parts of the library to jump to.
KioskPage {
    id: page

    required property BrowseViewModel browse

    readonly property real edge: Math.max(Theme.px(40), Theme.portrait ? Math.round((width - Theme.px(1000)) / 2) : 0)
    readonly property int columns: Theme.portrait || Theme.narrow || Theme.largeText ? 1 : 2

    name: qsTrId("browse.page")
    firstFocus: browse.listing ? headings : titles

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskSegments {
        id: lists

        objectName: "browse.lists"
        x: page.edge
        y: Theme.px(28)
        width: Math.min(parent.width - 2 * x, Theme.px(1000))
        name: qsTrId("browse.lists")
        labels: [qsTrId("browse.new"), qsTrId("browse.popular"), qsTrId("browse.subjects.short"), qsTrId("browse.authors.short"), qsTrId("browse.shelf")]
        currentIndex: page.browse.what
        onChosen: index => page.browse.chooseList(index)
    }

    ListView {
        id: jumps

        objectName: "browse.jumps"
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        y: lists.y + lists.height + Theme.px(20)
        width: parent.width
        height: visible ? Theme.px(80) + Theme.growth : 0
        visible: page.browse.listing
        orientation: ListView.Horizontal
        spacing: Theme.px(16)
        leftMargin: page.edge
        rightMargin: page.edge
        model: page.browse.jumps
        Accessible.role: Accessible.List
        Accessible.name: qsTrId("browse.jumps")

        delegate: KioskChip {
            required property string jumpStart
            required property string jumpLabel
            required property bool jumpChosen

            objectName: `browse.jump.${jumpLabel}`
            leftPadding: Theme.px(20)
            rightPadding: Theme.px(20)
            text: jumpLabel
            selected: jumpChosen
            onClicked: page.browse.jump(jumpStart)
        }
    }

    KioskCard {
        id: card

        x: page.edge - Theme.px(16)
        y: jumps.y + jumps.height + Theme.px(20)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.px(16)
        lift: 6
        visible: page.browse.listing && headings.count > 0

        KioskBrowseHeadings {
            id: headings

            x: Theme.px(24)
            y: Theme.px(6)
            width: parent.width - x - Theme.px(headings.columns > 1 ? 0 : 24)
            height: parent.height - 2 * y
            clip: true
            columns: page.columns
            browse: page.browse
        }
    }

    KioskBrowseTitles {
        id: titles

        x: page.edge - Theme.px(12)
        y: lists.y + lists.height + Theme.px(8)
        width: parent.width - 2 * page.edge + Theme.px(24) + (columns > 1 ? gapX : 0)
        height: parent.height - y
        clip: true
        visible: !page.browse.listing
        columns: page.columns
        browse: page.browse
    }

    KioskText {
        x: page.edge
        y: card.y + Theme.px(24)
        width: parent.width - 2 * x
        visible: text !== ""
        text: page.browse.trouble !== "" ? page.browse.trouble : page.browse.nothing
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Connections {
        target: page.browse

        function onListReplaced(): void {
            headings.positionViewAtBeginning();
            titles.positionViewAtBeginning();
        }
    }
}
