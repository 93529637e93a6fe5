pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// Being forgotten: what it means, what has to be settled first, and asking for it or taking it back.
KioskPage {
    id: page

    required property SettingsEraseViewModel erase

    name: qsTrId("erase.title")
    firstFocus: action

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.y + column.height + Theme.px(40)
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            x: Math.max(Theme.px(24), Math.round((page.width - Theme.px(1240)) / 2))
            y: Theme.px(Theme.portrait ? 48 : 32)
            width: page.width - 2 * x
            spacing: Theme.px(24)

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: page.name
                heading: true
                level: Theme.largeText ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: qsTrId("erase.what")
                wrapMode: Text.WordWrap
            }

            KioskSettingsWaiting {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: !page.erase.loaded
                failure: page.erase.failure
                onAgainWanted: page.erase.readAgain()
            }

            KioskSettingsObstacles {
                width: parent.width
                visible: page.erase.loaded
                erase: page.erase
            }

            KioskSettingsWish {
                width: parent.width
                visible: page.erase.loaded && page.erase.pending !== ""
                erase: page.erase
            }

            KioskSignInNotice {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: text !== ""
                text: page.erase.trouble
            }

            KioskButton {
                id: action

                objectName: page.erase.pending === "" ? "erase.ask" : "erase.takeBack"
                visible: page.erase.loaded
                enabled: !page.erase.busy
                kind: page.erase.pending === "" ? KioskButton.Primary : KioskButton.Plain
                text: page.erase.busy ? qsTrId("erase.busy") : qsTrId(objectName === "erase.ask" ? "erase.ask" : "erase.take_back")
                iconName: page.erase.pending === "" ? "mail" : "return"
                onClicked: {
                    if (page.erase.pending === "")
                        page.erase.ask();
                    else
                        page.erase.takeBack();
                }
            }
        }
    }

    KioskDialog {
        id: dialog

        parent: page.StackView.view?.parent ?? page // over header and dock too
        shown: page.StackView.status === StackView.Active && page.erase.question
        section: "borrow"
        title: qsTrId("erase.title")
        iconName: "person"
        firstFocus: answers.primary
        onShownChanged: if (!shown)
            page.forceActiveFocus(Qt.OtherFocusReason)
        onDismissed: page.erase.answer(false)

        KioskBorrowAnswers {
            id: answers

            objectName: "erase.question"
            width: parent.width
            question: qsTrId("erase.question")
            words: page.erase.warning
            yes: qsTrId("erase.yes")
            yesIcon: "check"
            no: qsTrId("erase.no")
            noIcon: "close"
            onAgreed: page.erase.answer(true)
            onDeclined: page.erase.answer(false)
        }
    }
}
