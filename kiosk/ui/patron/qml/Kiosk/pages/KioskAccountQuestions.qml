pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What the account asks before a hold is changed or a request taken back.
FocusScope {
    id: questions

    required property AccountViewModel account
    required property AccountPostViewModel post
    property bool active: true

    signal answered

    anchors.fill: parent

    KioskAccountHoldDialog {
        holding: questions.account.holding
        shown: questions.active && holding.question !== ""
        onShownChanged: if (!shown)
            questions.answered()
    }

    KioskDialog {
        shown: questions.active && questions.post.question !== ""
        section: "borrow"
        title: qsTrId("account.requests")
        iconName: "mail"
        firstFocus: answers.primary
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.post.answerWithdraw(false)

        KioskBorrowAnswers {
            id: answers

            width: parent.width
            objectName: "account.request"
            question: questions.post.question
            words: qsTrId("account.request.words")
            yes: qsTrId("account.request.yes")
            yesIcon: "return"
            no: qsTrId("account.request.no")
            noIcon: "close"
            onAgreed: questions.post.answerWithdraw(true)
            onDeclined: questions.post.answerWithdraw(false)
        }
    }
}
