pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The choices of a step: large, in one column standing and in two lying.
Grid {
    id: grid

    property alias model: rows.model
    readonly property real each: Math.floor((width - (columns - 1) * columnSpacing) / columns)
    readonly property real tallest: highest()

    signal chosen(number: int)

    columns: Theme.landscape && !Theme.largeText && rows.count > 3 ? 2 : 1
    columnSpacing: Theme.px(24)
    rowSpacing: Theme.px(Theme.portrait ? 24 : 20)

    // Beside each other they are equally high, so that rows stay rows.
    function highest(): real {
        let height = 0;
        for (let i = 0; i < rows.count; i++)
            height = Math.max(height, (rows.itemAt(i) as KioskFlowChoice)?.wanted ?? 0);
        return height;
    }

    Repeater {
        id: rows

        KioskFlowChoice {
            required property int choiceNumber
            required property string choiceLabel

            objectName: `flow.choice.${choiceNumber}`
            width: grid.each
            height: grid.columns > 1 ? Math.max(wanted, grid.tallest) : wanted
            text: choiceLabel
            roomy: !Theme.largeText && !Theme.lowReach && (Theme.portrait || grid.columns > 1)
            onClicked: grid.chosen(choiceNumber)
        }
    }
}
