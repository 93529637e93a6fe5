import QtQuick
import Kiosk
import Kiosk.Desk

// The index card where there is no answer: questions to choose from, or an honest word and topics.
KioskCard {
    id: card

    required property AnswerViewModel answer

    readonly property real start: Theme.px(104)
    readonly property bool nothing: answer.mode === "none"

    lift: 6
    marginLine: Theme.px(72)
    implicitHeight: inner.height + Theme.px(32 + 40)

    Column {
        id: inner

        x: card.start
        y: Theme.px(32)
        width: card.width - x - Theme.px(28)
        spacing: Theme.px(20)

        KioskText {
            objectName: "answer.title"
            width: parent.width
            text: card.answer.title
            heading: true
            level: KioskText.Title
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: card.nothing
            text: qsTrId("answer.none.try")
            wrapMode: Text.WordWrap
        }

        KioskButton {
            objectName: "answer.search"
            width: Math.min(implicitWidth, parent.width)
            kind: KioskButton.Primary
            visible: card.answer.search !== ""
            text: card.answer.search
            iconName: "search"
            onClicked: card.answer.searchCatalogue()
        }

        KioskAskQuestions {
            width: parent.width
            group: "answer.choice"
            model: card.answer.mode === "choose" ? card.answer.others : null
            onOpened: article => card.answer.openQuestion(article)
        }

        KioskAskTopics {
            width: parent.width
            visible: card.nothing
            choosable: false
            model: card.answer.topics
            onChosen: key => card.answer.openTopic(key)
        }

        KioskFlowOffers {
            width: parent.width
            topPadding: Theme.px(8)
            columns: 2
            heading: qsTrId("guide.offers")
            model: card.answer.flows
            onBegun: flow => card.answer.beginFlow(flow)
        }
    }
}
