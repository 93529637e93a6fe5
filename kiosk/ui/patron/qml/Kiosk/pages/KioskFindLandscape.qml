pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Find with a rail at the left and two columns of results; one where the window is narrow.
Item {
    id: page

    required property FindViewModel find

    readonly property Item field: box
    readonly property Item content: results
    readonly property bool typing: find.mode === "typing"
    readonly property bool listing: find.mode === "results" && find.trouble === "" && find.nothing === ""
    readonly property real start: Theme.px(40 + 396 + 28 + 32)

    signal sheetWanted
    signal sortWanted

    KioskFindBox {
        id: box

        x: Theme.px(40)
        y: Theme.px(24)
        width: Theme.px(396)
        find: page.find
    }

    KioskFindRail {
        x: box.x
        y: box.y + box.height + Theme.px(page.typing ? 9 : 10)
        width: box.width
        height: parent.height - y
        visible: page.listing || page.typing && page.find.answered !== ""
        brief: page.typing
        find: page.find
        onSheetWanted: page.sheetWanted()
    }

    Rectangle {
        x: Theme.px(464)
        width: Theme.hairline
        height: parent.height
        color: Theme.line
    }

    KioskFindScope {
        id: scope

        x: page.start
        y: Theme.px(16)
        width: Math.max(Theme.px(620), Math.min(room, Theme.px(Theme.largeText ? 1200 : Theme.narrow ? 760 : 860)))
        visible: page.typing

        readonly property real room: parent.width - x - Theme.px(40) - (showAll.visible ? showAll.implicitWidth + Theme.px(32) : 0)

        find: page.find
    }

    // In large text there is no room for it: the keyboard's own key leads there as well.
    KioskTextLink {
        id: showAll

        objectName: "find.showAll"
        anchors.left: scope.right
        anchors.leftMargin: Theme.px(32)
        y: scope.y
        width: Math.min(implicitWidth, parent.width - x - Theme.px(40))
        visible: page.typing && page.find.showAll !== "" && !Theme.largeText
        text: page.find.showAll
        iconName: "search"
        weight: Font.Bold
        onClicked: page.find.submit()
    }

    Loader {
        x: page.start
        y: scope.y + scope.height + Theme.px(10)
        width: parent.width - x - Theme.px(40)
        height: parent.height - y
        active: page.typing && page.find.text !== ""

        sourceComponent: KioskFindSuggestions {
            find: page.find
            columns: 2
            footed: false
        }
    }

    KioskFindHeadline {
        id: head

        x: page.start
        y: Theme.px(50)
        width: sorts.x - x - Theme.px(24)
        visible: page.listing
        find: page.find
    }

    Row {
        id: sorts

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(40)
        y: Theme.px(28)
        visible: page.listing
        spacing: Theme.px(16)

        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.narrow && !Theme.largeText
            text: qsTrId("find.sort")
            secondary: true
        }

        KioskSegments {
            objectName: "find.sorts"
            visible: !Theme.narrow && !Theme.largeText
            name: qsTrId("find.sort.title")
            equal: false
            labels: [qsTrId("find.sort.best"), qsTrId("find.sort.newest"), qsTrId("find.sort.by_title"), qsTrId("find.sort.by_author")]
            currentIndex: page.find.sort
            onChosen: index => page.find.chooseSort(index)
        }

        KioskFindSort {
            visible: Theme.narrow || Theme.largeText
            implicitHeight: Theme.px(80) + Theme.growth
            find: page.find
            onClicked: page.sortWanted()
        }
    }

    KioskFindResults {
        id: results

        x: page.start - edge
        y: Math.max(Theme.px(133), head.y + head.height + Theme.px(16), sorts.y + sorts.height + Theme.px(20)) - Theme.px(12)
        width: parent.width - x
        height: parent.height - y
        clip: true
        visible: page.listing
        columns: Theme.narrow || Theme.largeText ? 1 : 2
        find: page.find

        header: Item {
            height: Theme.px(12) // for a focus ring
        }
    }

    // Where the keys leave it too little room it scrolls; all around is room for a focus ring.
    Flickable {
        x: page.start - Theme.px(12)
        y: (page.typing ? scope.y + scope.height + Theme.px(24) : Theme.px(40)) - Theme.px(12)
        width: Math.min(parent.width - x - Theme.px(28), Theme.px(page.typing ? 1424 : 1024))
        height: parent.height - y
        contentHeight: beginning.y + beginning.height + Theme.px(24)
        visible: beginning.active
        interactive: contentHeight > height
        clip: interactive

        Loader {
            id: beginning

            x: Theme.px(12)
            y: Theme.px(12)
            width: parent.width - 2 * x
            active: !page.listing && !(page.typing && page.find.text !== "")
            sourceComponent: ways
        }
    }

    Component {
        id: ways

        Column {
            spacing: Theme.px(32)

            KioskFindNothing {
                width: parent.width
                visible: page.find.mode === "results"
                find: page.find
            }

            KioskFindHeadline {
                width: parent.width
                visible: page.find.mode === "results"
                find: page.find
            }

            KioskFindStart {
                width: parent.width
                find: page.find
            }
        }
    }
}
