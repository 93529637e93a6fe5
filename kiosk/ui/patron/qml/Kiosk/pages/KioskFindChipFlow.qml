pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One row of filter chips; those that do not fit are left to the sheet of all filters.
Item {
    id: flow

    required property FindViewModel find
    property alias model: chips.model
    readonly property int count: chips.count
    readonly property real taken: inner.childrenRect.width

    height: Theme.px(80) + Theme.growth
    clip: true

    Flow {
        id: inner

        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            id: chips

            KioskFindChip {
                find: flow.find
                enabled: y < height / 2
                opacity: enabled ? 1 : 0
            }
        }
    }
}
