pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The sign-in as a page of its own, where something can only be done by somebody known.
KioskPage {
    id: page

    required property SignInViewModel signIn

    name: signIn.order
    firstFocus: panel

    KioskSignInPanel {
        id: panel

        anchors.fill: parent
        signIn: page.signIn
    }
}
