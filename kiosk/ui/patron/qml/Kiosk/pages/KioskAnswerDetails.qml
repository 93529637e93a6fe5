import QtQuick
import Kiosk
import Kiosk.Desk

// What else is worth knowing beside an answer, on a card without the red line.
KioskCard {
    id: card

    required property AnswerViewModel answer
    readonly property bool detailed: inner.count > 0

    implicitHeight: inner.height + Theme.px(32 + 36)

    KioskAnswerText {
        id: inner

        x: Theme.px(36)
        y: Theme.px(32)
        width: card.width - x - Theme.px(28)
        model: card.answer.details
    }
}
