pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// My account: loans, holds, charges and messages, after the card and its PIN.
KioskPage {
    id: page

    required property AccountViewModel account
    required property AccountPostViewModel post
    required property SignInViewModel signIn

    name: parts.item === null ? "" : account.entered ? account.name : signIn.order
    firstFocus: parts

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: parts

        anchors.fill: parent
        focus: true
        sourceComponent: !page.account.entered ? card : page.account.loaded ? sheet : waiting
    }

    Component {
        id: card

        KioskSignInPanel {
            signIn: page.signIn
        }
    }

    Component {
        id: waiting

        KioskAccountWaiting {
            account: page.account
        }
    }

    Component {
        id: sheet

        KioskAccountSheet {
            account: page.account
            post: page.post
        }
    }

    KioskAccountQuestions {
        parent: page.StackView.view?.parent ?? page // over header and dock too
        account: page.account
        active: page.StackView.status === StackView.Active
        post: page.post
        onAnswered: page.forceActiveFocus(Qt.OtherFocusReason)
    }
}
