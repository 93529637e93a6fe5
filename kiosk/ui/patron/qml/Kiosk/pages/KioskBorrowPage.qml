pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// Borrow: the card first, then one item after another, then the receipt and a thank-you.
KioskPage {
    id: page

    required property BorrowViewModel borrow
    required property SignInViewModel signIn

    name: parts.item === null ? "" : borrow.entered ? borrow.order : signIn.order
    firstFocus: parts

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: parts

        anchors.fill: parent
        focus: true
        sourceComponent: !page.borrow.entered ? card : page.borrow.step === "mail" ? mail : page.borrow.step === "thanks" ? thanks : Theme.portrait ? standing : lying
    }

    Component {
        id: card

        KioskSignInPanel {
            signIn: page.signIn
        }
    }

    Component {
        id: standing

        KioskBorrowPortrait {
            borrow: page.borrow
        }
    }

    Component {
        id: lying

        KioskBorrowLandscape {
            borrow: page.borrow
        }
    }

    Component {
        id: mail

        KioskBorrowMail {
            mail: page.borrow.mail
        }
    }

    Component {
        id: thanks

        KioskBorrowThanks {
            borrow: page.borrow
        }
    }

    KioskBorrowQuestions {
        parent: page.StackView.view?.parent ?? page // over header and dock too
        borrow: page.borrow
        active: page.StackView.status === StackView.Active
        onAnswered: page.forceActiveFocus(Qt.OtherFocusReason)
    }
}
