pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The ways out of a refusal: what the kiosk can do at a touch, and beside it what the patron does by hand.
Item {
    id: ways

    required property int ticket
    property string offer
    property string offerIcon
    property string other
    property string otherIcon
    property string hint

    readonly property bool touchable: offer !== ""
    readonly property bool aside: touchable && width - buttons.width > Theme.px(Theme.largeText ? 560 : 320)

    signal taken
    signal otherTaken

    implicitHeight: Math.max(touchable ? buttons.y + buttons.height : 0, hint !== "" ? words.y + words.height : 0)

    Flow {
        id: buttons

        y: Theme.px(18)
        width: Math.min(ways.width, first.width + (second.visible ? second.width + spacing : 0))
        spacing: Theme.px(16)

        KioskButton {
            id: first

            objectName: `borrow.offer.${ways.ticket}`
            visible: ways.touchable
            text: ways.offer
            iconName: ways.offerIcon
            onClicked: ways.taken()
        }

        KioskButton {
            id: second

            objectName: `borrow.other.${ways.ticket}`
            visible: ways.other !== ""
            text: ways.other
            iconName: ways.otherIcon
            onClicked: ways.otherTaken()
        }
    }

    KioskIcon {
        x: words.x - Theme.px(40)
        y: words.y + Theme.px(1)
        visible: ways.hint !== ""
        name: "info"
        size: Theme.px(26)
        color: Theme.ink2
    }

    KioskText {
        id: words

        x: (ways.aside ? buttons.width + Theme.px(18) : 0) + Theme.px(40)
        y: ways.aside ? buttons.y + Math.round(Math.max(0, buttons.height - height) / 2) : ways.touchable ? buttons.y + buttons.height + Theme.px(12) : Theme.px(8)
        width: ways.width - x
        visible: text !== ""
        text: ways.hint
        level: KioskText.Caption
        secondary: true
        wrapMode: Text.WordWrap
    }
}
