pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What one agrees to, in a few plain sentences on an index card.
KioskCard {
    id: card

    required property JoinViewModel join

    lift: 6
    marginLine: Theme.px(72)
    implicitHeight: sentences.height + Theme.px(64)

    Column {
        id: sentences

        x: Theme.px(104)
        y: Theme.px(32)
        width: card.width - x - Theme.px(32)
        spacing: Theme.px(20)

        Repeater {
            model: card.join.terms

            KioskText {
                required property string modelData

                width: sentences.width
                text: Theme.unbroken(modelData)
                level: Theme.largeText ? KioskText.Body : KioskText.Row
                wrapMode: Text.WordWrap
            }
        }
    }
}
