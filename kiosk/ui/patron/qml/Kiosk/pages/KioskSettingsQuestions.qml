pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is asked before something cannot be taken back: a lost card, forgotten loans.
FocusScope {
    id: questions

    required property SettingsViewModel settings
    property bool active: true
    property string last: "lost" // what the dialog says while it goes

    readonly property string asked: settings.question
    onAskedChanged: if (asked !== "")
        last = asked

    signal closed

    anchors.fill: parent

    KioskDialog {
        shown: questions.active && questions.asked !== ""
        section: "borrow"
        title: qsTrId(`${questions.last}.subject`)
        iconName: questions.last === "lost" ? "card" : "clock"
        firstFocus: answers.primary
        onShownChanged: if (!shown)
            questions.closed()
        onDismissed: questions.settings.answer(false)

        KioskBorrowAnswers {
            id: answers

            objectName: "settings.question"
            width: parent.width
            question: qsTrId(`${questions.last}.question`)
            words: qsTrId(`${questions.last}.words`)
            yes: qsTrId(`${questions.last}.yes`)
            yesIcon: "check"
            no: qsTrId(`${questions.last}.no`)
            noIcon: "close"
            onAgreed: questions.settings.answer(true)
            onDeclined: questions.settings.answer(false)
        }
    }
}
