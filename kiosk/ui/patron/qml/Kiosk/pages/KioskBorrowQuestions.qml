pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What Borrow asks: whose visit it is when another card comes; is everything there, before a loan and after a return; to agree to a fee; about a receipt at the end.
FocusScope {
    id: questions

    required property BorrowViewModel borrow
    property bool active: true

    signal answered

    anchors.fill: parent

    KioskDialog {
        id: join

        shown: questions.active && questions.borrow.joinQuestion !== ""
        opaque: true // whoever has come may be a stranger
        section: "borrow"
        title: qsTrId("borrow.join.subject")
        iconName: "people"
        firstFocus: joinAnswers.primary
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.borrow.answerJoin(false)

        KioskBorrowAnswers {
            id: joinAnswers

            width: parent.width
            objectName: "borrow.join"
            question: questions.borrow.joinQuestion
            words: qsTrId("borrow.join.words")
            yes: qsTrId("borrow.join.alone")
            yesIcon: "person"
            no: qsTrId("borrow.join.together")
            noIcon: "people"
            onAgreed: questions.borrow.answerJoin(false)
            onDeclined: questions.borrow.answerJoin(true)
        }
    }

    KioskDialog {
        id: parts

        shown: questions.active && questions.borrow.partsTicket > 0
        section: "borrow"
        title: qsTrId("borrow.parts.subject")
        iconName: "info"
        firstFocus: partsAnswers.primary
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.borrow.answerParts(questions.borrow.partsTicket, questions.borrow.partsBack)

        KioskBorrowAnswers {
            id: partsAnswers

            width: parent.width
            objectName: "borrow.parts"
            question: qsTrId("borrow.parts.question")
            words: questions.borrow.partsWords
            yes: qsTrId("borrow.parts.yes")
            yesIcon: "check"
            no: qsTrId("borrow.parts.no")
            noIcon: questions.borrow.partsBack ? "alert" : "close"
            onAgreed: questions.borrow.answerParts(questions.borrow.partsTicket, true)
            onDeclined: questions.borrow.answerParts(questions.borrow.partsTicket, false)
        }
    }

    KioskDialog {
        id: fee

        shown: questions.active && questions.borrow.feeTicket > 0
        section: "borrow"
        title: qsTrId("borrow.fee.subject")
        iconName: "coin"
        firstFocus: feeAnswers.primary
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.borrow.answerFee(questions.borrow.feeTicket, false)

        KioskBorrowAnswers {
            id: feeAnswers

            width: parent.width
            objectName: "borrow.fee"
            question: questions.borrow.feeQuestion
            words: qsTrId("borrow.fee.words")
            yes: questions.borrow.feeYes
            yesIcon: "check"
            no: qsTrId("borrow.fee.no")
            noIcon: "close"
            onAgreed: questions.borrow.answerFee(questions.borrow.feeTicket, true)
            onDeclined: questions.borrow.answerFee(questions.borrow.feeTicket, false)
        }
    }

    KioskDialog {
        id: receipt

        shown: questions.active && questions.borrow.step === "receipt"
        section: "borrow"
        title: qsTrId("borrow.receipt.subject")
        iconName: "check"
        firstFocus: receiptAnswers.primary
        onShownChanged: if (!shown)
            questions.answered()
        onDismissed: questions.borrow.goOn()

        KioskBorrowAnswers {
            id: receiptAnswers

            width: parent.width
            objectName: "borrow.receipt"
            question: qsTrId("borrow.receipt.question")
            words: questions.borrow.thanks
            yes: qsTrId("borrow.receipt.yes")
            yesIcon: "print"
            also: questions.borrow.mail.offered ? qsTrId("borrow.receipt.mail") : ""
            alsoIcon: "mail"
            no: qsTrId("borrow.receipt.no")
            noIcon: "arrow"
            onAgreed: questions.borrow.chooseReceipt(true)
            onAlsoChosen: questions.borrow.mail.choose()
            onDeclined: questions.borrow.chooseReceipt(false)
        }
    }
}
