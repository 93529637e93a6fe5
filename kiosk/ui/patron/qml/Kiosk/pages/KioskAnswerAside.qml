import QtQuick
import Kiosk
import Kiosk.Desk

// What goes with an answer: whether it helped, other answers, how else to ask, questions like it.
Column {
    id: aside

    required property AnswerViewModel answer
    property bool stacked: false
    property real inset: Theme.px(16)

    readonly property bool answered: answer.mode === "answer"

    spacing: Theme.px(22)

    KioskAnswerVerdict {
        width: parent.width
        visible: aside.answered
        stacked: aside.stacked
        answer: aside.answer
    }

    KioskAskQuestions {
        x: aside.inset
        width: parent.width - 2 * x
        visible: aside.answered && aside.answer.verdict === "no" && count > 0
        group: "answer.other"
        heading: qsTrId("answer.others")
        model: aside.answer.others
        onOpened: article => aside.answer.openQuestion(article)
    }

    KioskButton {
        objectName: "answer.staff"
        x: aside.inset
        width: parent.width - 2 * x
        visible: ways.count > 0 && aside.answer.mode !== "trouble"
        kind: aside.answer.mode === "none" && aside.answer.search === "" ? KioskButton.Primary : KioskButton.Plain
        compact: false
        text: qsTrId("answer.staff")
        iconName: "mail"
        onClicked: aside.answer.askStaff()
    }

    KioskAnswerChannels {
        id: ways

        x: aside.inset
        width: parent.width - 2 * x
        model: aside.answer.channels
    }

    KioskAnswerDetails {
        width: parent.width
        visible: !aside.stacked && aside.answered && detailed
        answer: aside.answer
    }

    KioskAskQuestions {
        x: aside.inset
        width: parent.width - 2 * x
        visible: aside.answered && count > 0
        group: "answer.related"
        heading: qsTrId("answer.related")
        model: aside.answer.related
        onOpened: article => aside.answer.openQuestion(article)
    }
}
