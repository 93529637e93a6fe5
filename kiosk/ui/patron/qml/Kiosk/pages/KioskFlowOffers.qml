pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The guided flows that may be begun, one below the other or in columns.
Column {
    id: offers

    property string heading
    property alias model: rows.model
    property int columns: 1
    readonly property int count: rows.count

    signal begun(flow: string)

    visible: count > 0

    KioskText {
        width: parent.width
        visible: text !== ""
        bottomPadding: Theme.px(10)
        text: offers.heading
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Grid {
        id: grid

        readonly property real each: Math.floor((width - (columns - 1) * columnSpacing) / columns)
        readonly property real tallest: highest()

        // Beside each other they are equally high.
        function highest(): real {
            let height = 0;
            for (let i = 0; columns > 1 && i < rows.count; i++)
                height = Math.max(height, (rows.itemAt(i) as KioskFlowOffer)?.wanted ?? 0);
            return height;
        }

        width: parent.width
        columns: Theme.largeText ? 1 : offers.columns
        columnSpacing: Theme.px(16)
        rowSpacing: Theme.px(16)

        Repeater {
            id: rows

            KioskFlowOffer {
                required property string flowKey
                required property string flowTitle

                objectName: `flow.begin.${flowKey}`
                width: grid.each
                height: Math.max(wanted, grid.tallest)
                text: flowTitle
                told: offers.heading === ""
                onClicked: offers.begun(flowKey)
            }
        }
    }
}
