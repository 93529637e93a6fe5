pragma ComponentBehavior: Bound

import QtQuick

// The bars of a drawn barcode, in the drawing's own units.
Row {
    id: bars

    property int count: 18
    property color color: "#18233A"

    spacing: 2.9

    Repeater {
        model: [2, 4.5, 1, 3, 2, 1, 4.5, 2, 3, 1, 2, 4.5, 1, 2, 3, 1, 4.5, 2].slice(0, bars.count)

        Rectangle {
            required property real modelData

            width: modelData
            height: bars.height
            color: bars.color
            antialiasing: true
        }
    }
}
