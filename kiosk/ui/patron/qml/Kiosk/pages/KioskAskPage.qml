pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Ask: a field for one's own question; below it topics and the commonest, or what meets the words typed.
KioskPage {
    id: page

    required property AskViewModel ask

    readonly property real edge: Math.max(Theme.px(40), Math.round((width - Theme.px(Theme.portrait ? 1000 : 1640)) / 2))
    readonly property real foot: box.y + box.height
    readonly property bool asking: ask.own !== ""

    name: qsTrId("ask.page")
    firstFocus: ask.typing ? box : start

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskAskBox {
        id: box

        x: page.edge
        y: Theme.px(Theme.portrait ? 28 : 16)
        width: parent.width - 2 * x
        z: 2
        ask: page.ask
    }

    Loader {
        x: page.edge - Theme.px(16)
        y: page.foot + Theme.px(Theme.portrait ? 24 : 12)
        width: parent.width - 2 * x
        height: parent.height - y
        active: page.asking

        sourceComponent: KioskAskSuggestions {
            ask: page.ask
            columns: Theme.portrait || Theme.largeText ? 1 : 2
        }
    }

    Flickable {
        id: start

        objectName: "ask.start"
        y: page.foot
        width: parent.width
        height: parent.height - y
        visible: !page.asking
        clip: true
        contentHeight: parts.item ? parts.height + Theme.px(40 + 24) : 0
        boundsBehavior: Flickable.DragAndOvershootBounds

        Loader {
            id: parts

            x: page.edge
            y: Theme.px(Theme.portrait ? 40 : 32)
            width: parent.width - 2 * x
            sourceComponent: Theme.portrait ? standing : lying
        }
    }

    Component {
        id: standing

        Column {
            spacing: Theme.px(48)

            KioskAskQuestions {
                width: parent.width
                heading: page.ask.heading
                group: "ask.question"
                model: page.ask.questions
                onOpened: article => page.ask.openQuestion(article)
            }

            KioskAskShelves {
                width: parent.width
                ask: page.ask
            }

            KioskFlowOffers {
                width: parent.width
                columns: 2
                heading: qsTrId("guide.offers")
                model: page.ask.flows
                onBegun: flow => page.ask.beginFlow(flow)
            }
        }
    }

    Component {
        id: lying

        Item {
            readonly property real rail: Math.max(Theme.px(Theme.narrow ? 500 : 560), shelves.widest)

            implicitHeight: Math.max(shelves.height, list.height)

            KioskAskShelves {
                id: shelves

                width: parent.rail
                ask: page.ask
            }

            Rectangle {
                x: parent.rail + Theme.px(28)
                width: Theme.hairline
                height: parent.height
                color: Theme.line
            }

            Column {
                id: list

                x: parent.rail + Theme.px(28 + 32)
                width: parent.width - x
                spacing: Theme.px(28)

                KioskAskQuestions {
                    width: parent.width
                    heading: page.ask.heading
                    group: "ask.question"
                    model: page.ask.questions
                    onOpened: article => page.ask.openQuestion(article)
                }

                KioskFlowOffers {
                    width: parent.width
                    columns: 2
                    heading: qsTrId("guide.offers")
                    model: page.ask.flows
                    onBegun: flow => page.ask.beginFlow(flow)
                }
            }
        }
    }
}
