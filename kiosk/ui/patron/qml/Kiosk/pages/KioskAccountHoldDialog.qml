pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is asked before a hold is changed, and why it was not.
KioskDialog {
    id: dialog

    required property AccountHoldsViewModel holding

    property string kind: "change" // the last one, while the dialog fades

    section: "borrow"
    title: qsTrId(kind === "refused" ? "holds.refused" : "account.cancel.subject")
    iconName: "hold"
    firstFocus: kind === "cancel" ? answers.primary : kind === "rest" ? rest.primary : last
    onDismissed: holding.leave()

    Connections {
        target: dialog.holding

        function onChanged(): void {
            if (dialog.holding.question !== "")
                dialog.kind = dialog.holding.question;
        }
    }

    Column {
        width: parent.width
        spacing: Theme.px(24)

        KioskBorrowAnswers {
            id: answers

            width: parent.width
            objectName: "account.cancel"
            visible: dialog.kind === "cancel"
            question: dialog.holding.heading
            words: dialog.holding.words
            yes: qsTrId("account.cancel.yes")
            yesIcon: "close"
            no: qsTrId("account.cancel.no")
            noIcon: "hold"
            onAgreed: dialog.holding.agreeToCancel()
            onDeclined: dialog.holding.leave()
        }

        KioskText {
            width: parent.width
            visible: dialog.kind !== "cancel"
            text: dialog.holding.heading
            heading: true
            level: KioskText.Title
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: dialog.kind !== "cancel" && text !== ""
            text: dialog.holding.words
            wrapMode: Text.WordWrap
        }

        KioskAccountHoldWays {
            width: parent.width
            visible: dialog.kind === "change"
            holding: dialog.holding
        }

        KioskAccountHoldRest {
            id: rest

            width: parent.width
            visible: dialog.kind === "rest"
            holding: dialog.holding
        }

        Column {
            width: parent.width
            visible: dialog.kind === "elsewhere"
            spacing: Theme.px(16)

            Repeater {
                model: dialog.holding.branches

                KioskChip {
                    required property string choiceKey
                    required property string choiceText
                    required property bool choiceChosen

                    objectName: `account.hold.branch.${choiceKey}`
                    width: parent?.width ?? 0
                    text: choiceText
                    iconName: "pin"
                    selected: choiceChosen
                    Accessible.role: Accessible.RadioButton
                    onClicked: dialog.holding.chooseBranch(choiceKey)
                }
            }
        }

        KioskButton {
            id: last

            objectName: "account.hold.leave"
            width: parent.width
            visible: dialog.kind !== "cancel"
            kind: dialog.kind === "refused" ? KioskButton.Primary : KioskButton.Plain
            compact: false
            text: dialog.kind === "change" ? qsTrId("holds.leave") : dialog.kind === "refused" ? qsTrId("record.ok") : qsTrId("holds.back")
            onClicked: dialog.holding.leave()
        }
    }
}
