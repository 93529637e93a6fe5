pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The cards of a visit with several: whose turn it is, and how many were borrowed on each.
Column {
    id: bar

    required property BorrowViewModel borrow
    readonly property bool any: cards.count > 0

    spacing: Theme.px(8)

    KioskText {
        text: qsTrId("borrow.cards")
        level: KioskText.Caption
        secondary: true
    }

    Flow {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            id: cards

            model: bar.borrow.cards

            KioskChip {
                required property int cardPlace
                required property string cardName
                required property string cardCount
                required property bool cardChosen

                objectName: `borrow.card.${cardPlace}`
                text: cardName
                count: cardCount
                iconName: "person"
                selected: cardChosen
                onClicked: bar.borrow.chooseCard(cardPlace)
            }
        }
    }
}
