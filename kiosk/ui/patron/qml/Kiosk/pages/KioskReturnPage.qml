pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// Return: an order first, then for each item thanks and where to lay it.
KioskPage {
    id: page

    required property CheckinViewModel checkin

    name: checkin.headline
    firstFocus: parts

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: parts

        anchors.fill: parent
        anchors.bottomMargin: foot.height
        focus: true
        sourceComponent: !page.checkin.begun ? order : Theme.portrait ? standing : lying
    }

    Component {
        id: order

        KioskReturnOrder {
            checkin: page.checkin
        }
    }

    Component {
        id: standing

        KioskReturnPortrait {
            checkin: page.checkin
        }
    }

    Component {
        id: lying

        KioskReturnLandscape {
            checkin: page.checkin
        }
    }

    KioskDialog {
        parent: page.StackView.view?.parent ?? page // over header and dock too
        shown: page.StackView.status === StackView.Active && page.checkin.partsQuestion !== ""
        section: "return"
        title: qsTrId("borrow.parts.subject")
        iconName: "info"
        firstFocus: answers.primary
        onShownChanged: if (!shown)
            page.forceActiveFocus(Qt.OtherFocusReason)
        onDismissed: page.checkin.answerParts(false)

        KioskBorrowAnswers {
            id: answers

            width: parent.width
            objectName: "return.parts"
            question: qsTrId("borrow.parts.question")
            words: page.checkin.partsQuestion
            yes: qsTrId("borrow.parts.yes")
            yesIcon: "check"
            no: qsTrId("borrow.parts.no")
            noIcon: "alert"
            onAgreed: page.checkin.answerParts(false)
            onDeclined: page.checkin.answerParts(true)
        }
    }

    KioskReturnFoot {
        id: foot

        y: parent.height - height
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: page.checkin.begun
        checkin: page.checkin
    }
}
