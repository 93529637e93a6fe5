pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The index card with the answer.
KioskCard {
    id: card

    required property AnswerViewModel answer

    readonly property real start: Theme.px(104)

    lift: 6
    marginLine: Theme.px(72)
    implicitHeight: inner.height + Theme.px(24 + 40)

    Column {
        id: inner

        x: card.start
        y: Theme.px(24)
        width: card.width - x - Theme.px(28)

        KioskAnswerHead {
            width: parent.width
            answer: card.answer
        }

        KioskAnswerFigure {
            width: parent.width
            figure: card.answer.figure
            lead: card.answer.lead
            topGap: Theme.px(figure === "" ? 12 : 18)
        }

        Item {
            width: 1
            height: Theme.px(groups.count > 0 ? 36 : 24)
        }

        Repeater {
            id: groups

            model: card.answer.groups

            KioskAnswerRefine {
                width: inner.width
                bottomPadding: Theme.px(24)
                spacious: groups.count < 3
                answer: card.answer
            }
        }

        KioskFlowOffers {
            width: parent.width
            bottomPadding: Theme.px(24)
            model: card.answer.flows
            onBegun: flow => card.answer.beginFlow(flow)
        }

        KioskAnswerText {
            width: parent.width
            model: card.answer.blocks
        }

        KioskAnswerFoot {
            width: parent.width
            answer: card.answer
        }
    }
}
