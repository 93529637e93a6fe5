pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The ways out of a refusal: what the kiosk can do at a touch, and what the patron does by hand.
Flow {
    id: ways

    required property int ticket
    property string offer
    property string offerIcon
    property string other
    property string otherIcon
    property string hint

    signal taken
    signal otherTaken

    topPadding: Theme.px(ways.offer !== "" ? 18 : 8)
    spacing: Theme.px(16)

    KioskButton {
        objectName: `borrow.offer.${ways.ticket}`
        visible: ways.offer !== ""
        text: ways.offer
        iconName: ways.offerIcon
        onClicked: ways.taken()
    }

    KioskButton {
        objectName: `borrow.other.${ways.ticket}`
        visible: ways.other !== ""
        text: ways.other
        iconName: ways.otherIcon
        onClicked: ways.otherTaken()
    }

    Item {
        visible: ways.hint !== ""
        width: Math.min(hintText.x + hintText.implicitWidth + 1, ways.width)
        height: Math.max(hintText.height, ways.offer !== "" ? Theme.px(80) : 0)

        KioskIcon {
            y: hintText.y + Theme.px(1)
            name: "info"
            size: Theme.px(26)
            color: Theme.ink2
        }

        KioskText {
            id: hintText

            x: Theme.px(40)
            y: Math.round((parent.height - height) / 2)
            width: Math.min(implicitWidth, ways.width - x)
            text: ways.hint
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }
}
