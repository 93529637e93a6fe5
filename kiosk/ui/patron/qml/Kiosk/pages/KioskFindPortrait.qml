pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Find in one column: the field on top, below it suggestions or results.
Item {
    id: page

    required property FindViewModel find

    readonly property Item field: box
    readonly property Item content: results
    readonly property bool typing: find.mode === "typing"
    readonly property bool listing: find.mode === "results" && find.trouble === "" && find.nothing === ""
    // In low reach the keyboard leaves little: what begins as typed comes before where to look.
    readonly property bool tight: typing && find.text !== "" && height < Theme.px(560)
    readonly property real edge: Math.max(Theme.px(40), Math.round((width - Theme.px(1000)) / 2))

    signal sheetWanted
    signal sortWanted

    KioskFindBox {
        id: box

        x: page.edge
        y: Theme.px(28)
        width: parent.width - 2 * x - (sort.visible ? sort.width + Theme.px(16) : 0)
        find: page.find
    }

    KioskFindSort {
        id: sort

        anchors.right: parent.right
        anchors.rightMargin: page.edge
        y: box.y
        visible: page.listing
        find: page.find
        onClicked: page.sortWanted()
    }

    KioskFindScope {
        id: scope

        x: page.edge
        y: box.y + box.height + Theme.px(20)
        width: parent.width - 2 * x
        visible: page.typing && !page.tight
        find: page.find
    }

    Loader {
        x: page.edge - Theme.px(16)
        y: page.tight ? scope.y : scope.y + scope.height + Theme.px(22)
        width: parent.width - 2 * x
        height: parent.height - y
        active: page.typing && page.find.text !== ""

        sourceComponent: KioskFindSuggestions {
            find: page.find
            footed: !page.tight // the keyboard's own key does the same
        }
    }

    KioskFindResults {
        id: results

        y: box.y + box.height + Theme.px(12)
        width: parent.width
        height: parent.height - y
        clip: true
        visible: page.listing
        edge: page.edge
        find: page.find

        header: Column {
            width: results.width - 2 * page.edge
            topPadding: Theme.px(12)

            KioskFindChips {
                width: parent.width
                find: page.find
                onSheetWanted: page.sheetWanted()
            }

            Item {
                width: 1
                height: Theme.px(26)
            }

            KioskFindHeadline {
                width: parent.width
                find: page.find
            }

            Item {
                width: 1
                height: Theme.px(14)
            }
        }
    }

    // Where the keys leave it too little room it scrolls; all around is room for a focus ring.
    Flickable {
        x: page.edge - Theme.px(12)
        y: (page.typing ? scope.y + scope.height : box.y + box.height) + Theme.px(32 - 12)
        width: parent.width - 2 * x
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
            spacing: Theme.px(40)

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
