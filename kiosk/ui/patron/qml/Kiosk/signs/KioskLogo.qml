pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The library's mark: a card drawer. Drawn on 72 × 62; `units` is its width.
Item {
    id: logo

    property real units: 72
    property color color: Theme.ink
    property color ground: Theme.paper
    property color ruleColor: Theme.highContrast ? ground : Theme.rule

    implicitWidth: Theme.px(units)
    implicitHeight: Theme.px(units * 62 / 72)
    transform: Theme.mirrorOf(logo, Theme.mirrored)
    Accessible.ignored: true

    Item {
        width: 72
        height: 62
        scale: logo.width / 72
        transformOrigin: Item.TopLeft

        Repeater {
            model: [[7, 0, 31, 16, 5], [0, 10, 72, 52, 6]]

            KioskPiece {
                required property var modelData

                box: modelData
                color: logo.color
            }
        }

        KioskPiece {
            box: [10, 22, 52, 28, 2]
            color: logo.ground
        }

        KioskPiece {
            box: [19, 22, 3, 28, 0]
            color: logo.ruleColor
        }

        Repeater {
            model: [[24, 28, 31, 4, 0], [24, 37, 21, 4, 0]]

            KioskPiece {
                required property var modelData

                box: modelData
                color: logo.color
            }
        }

        KioskPiece {
            box: [33, 53, 6, 6, 2]
            color: logo.ground
        }
    }
}
