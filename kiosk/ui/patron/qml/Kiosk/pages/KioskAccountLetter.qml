pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One message: when and what was asked, and the answer below the line.
Item {
    id: letter

    required property int index
    required property string letterHead
    required property string letterAsked
    required property string letterText
    required property bool letterWaits
    required property bool letterNew

    objectName: `letters.letter.${index}`
    height: card.height
    activeFocusOnTab: true
    Accessible.role: Accessible.ListItem
    Accessible.name: [letterHead, letterAsked, letterText].filter(part => part !== "").join("\n")
    Accessible.focusable: true

    KioskCard {
        id: card

        width: parent.width
        height: words.height + Theme.px(48)

        Column {
            id: words

            x: Theme.px(24)
            y: Theme.px(24)
            width: parent.width - 2 * x
            spacing: Theme.px(8)

            KioskStateChip {
                visible: letter.letterNew
                text: qsTrId("account.letter.new")
                iconName: "mail"
            }

            KioskText {
                width: parent.width
                text: letter.letterHead
                decorative: true
                level: KioskText.Caption
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: letter.letterAsked
                decorative: true
                secondary: true
                wrapMode: Text.Wrap
            }

            KioskText {
                width: parent.width
                text: letter.letterText
                decorative: true
                color: letter.letterWaits ? Theme.wait : Theme.ink
                font.weight: letter.letterWaits ? Font.Bold : Font.Normal
                level: letter.letterWaits ? KioskText.Caption : KioskText.Body
                wrapMode: Text.Wrap
            }
        }

        KioskFocusRing {
            around: Theme.radiusCard
            inside: true
            shown: Theme.keysInUse && letter.activeFocus
        }
    }
}
