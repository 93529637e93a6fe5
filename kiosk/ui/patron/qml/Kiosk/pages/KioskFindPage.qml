pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// Find: a field, suggestions while one types, results with filters.
KioskPage {
    id: page

    required property FindViewModel find

    readonly property KioskFindPortrait standing: parts.item as KioskFindPortrait
    readonly property KioskFindLandscape lying: parts.item as KioskFindLandscape
    readonly property Item field: standing?.field ?? lying?.field ?? null
    readonly property Item content: standing?.content ?? lying?.content ?? null
    property string sheetShown

    name: qsTrId("find.page")
    firstFocus: find.mode === "results" ? content : field

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: parts

        anchors.fill: parent
        enabled: page.sheetShown === ""
        sourceComponent: Theme.portrait ? portrait : landscape
        onLoaded: if (activeFocus)
            page.firstFocus?.forceActiveFocus(Qt.OtherFocusReason)
    }

    Component {
        id: portrait

        KioskFindPortrait {
            find: page.find
            onSheetWanted: page.sheetShown = "filters"
            onSortWanted: page.sheetShown = "order"
        }
    }

    Component {
        id: landscape

        KioskFindLandscape {
            find: page.find
            onSheetWanted: page.sheetShown = "filters"
            onSortWanted: page.sheetShown = "order"
        }
    }

    // With the results in sight the keyboard goes.
    Connections {
        target: page.find

        function onChanged(): void {
            if (page.find.mode === "results" && page.field?.activeFocus)
                page.content?.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    Loader {
        id: sheet

        anchors.fill: parent
        z: 50
        active: false
        sourceComponent: page.sheetShown === "order" ? order : filters
    }

    // A sheet covers header and dock too.
    onSheetShownChanged: if (sheetShown !== "") {
        sheet.parent = StackView.view?.parent ?? page;
        sheet.active = true;
    }
    StackView.onDeactivating: sheetShown = ""

    Component {
        id: filters

        KioskFindSheet {
            shown: page.sheetShown === "filters"
            find: page.find
            onDismissed: page.sheetShown = ""
        }
    }

    Component {
        id: order

        KioskFindOrder {
            shown: page.sheetShown === "order"
            find: page.find
            onDismissed: page.sheetShown = ""
        }
    }
}
