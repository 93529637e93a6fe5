pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The answer to a question: in one column standing, with what goes with it at the side lying.
KioskPage {
    id: page

    required property AnswerViewModel answer

    readonly property bool ready: answer.mode !== "waiting"
    readonly property bool lying: !Theme.portrait
    readonly property real whole: Math.min(width - 2 * Theme.px(24), Theme.px(lying ? 1824 : 1032))
    readonly property real edge: Math.round((width - whole) / 2)
    readonly property real side: lying ? Math.round(whole * 0.36) : whole
    readonly property real main: lying ? whole - side - Theme.px(32) : whole

    name: answer.title !== "" ? answer.title : qsTrId("answer.page")
    firstFocus: content

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Flickable {
        id: content

        objectName: "answer.content"
        anchors.fill: parent
        clip: true
        contentHeight: column.height + Theme.px(28 + 24)
        boundsBehavior: Flickable.DragAndOvershootBounds

        Column {
            id: column

            x: page.edge
            y: Theme.px(page.lying ? 24 : 28)
            width: page.main
            spacing: Theme.px(24)

            KioskAnswerField {
                x: page.lying ? 0 : Theme.px(16)
                width: parent.width - 2 * x
                answer: page.answer
            }

            KioskProgress {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: page.answer.slow
                text: qsTrId("answer.slow")
                value: 0.5
            }

            Loader {
                width: parent.width
                active: page.ready
                sourceComponent: page.answer.mode === "answer" ? answered : instead
            }

            KioskAnswerDetails {
                width: parent.width
                visible: page.lying && page.answer.mode === "answer" && detailed
                answer: page.answer
            }

            Loader {
                width: parent.width
                active: page.ready && !page.lying
                visible: active
                sourceComponent: aside
            }
        }
    }

    Flickable {
        x: page.edge + page.main + Theme.px(32)
        width: page.side
        height: parent.height
        visible: page.lying
        clip: true
        contentHeight: beside.height + Theme.px(24 + 24)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Loader {
            id: beside

            y: Theme.px(24)
            width: parent.width
            active: page.ready && page.lying
            sourceComponent: aside
        }
    }

    Component {
        id: answered

        KioskAnswerCard {
            answer: page.answer
        }
    }

    Component {
        id: instead

        KioskAnswerInstead {
            answer: page.answer
        }
    }

    Component {
        id: aside

        KioskAnswerAside {
            answer: page.answer
            stacked: page.lying
            inset: page.lying ? 0 : Theme.px(16)
        }
    }

    Connections {
        target: page.answer

        function onAnswerReplaced(): void {
            content.contentY = 0;
        }
    }
}
