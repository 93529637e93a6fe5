pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The blocks of an article one below the other.
Column {
    id: text

    property alias model: blocks.model
    readonly property int count: blocks.count

    spacing: Theme.px(14)

    Repeater {
        id: blocks

        KioskAnswerBlock {
            width: text.width
        }
    }
}
