pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Groups of items with limits of their own, and how much of each is used; a full one is marked.
Flow {
    id: groups

    required property BorrowViewModel borrow
    readonly property bool any: limits.count > 0

    spacing: Theme.px(8)

    Repeater {
        id: limits

        model: groups.borrow.limits

        Loader {
            id: limit

            required property string limitText
            required property bool limitFull

            sourceComponent: limitFull ? full : open

            Component {
                id: open

                KioskTag {
                    text: limit.limitText
                }
            }

            Component {
                id: full

                KioskStateChip {
                    text: limit.limitText
                    tone: KioskStateChip.Wait
                    iconName: "info"
                }
            }
        }
    }
}
