pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// All messages between a patron and staff, the latest first; keys lead from one to the next.
KioskPage {
    id: page

    required property AccountPostViewModel post

    readonly property real side: Math.max(Theme.px(24), Math.round((width - Theme.px(1240)) / 2))

    name: qsTrId("account.letters")
    firstFocus: list

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ListView {
        id: list

        objectName: "letters.list"
        x: page.side - leftMargin
        width: page.width - 2 * x
        height: parent.height
        leftMargin: Theme.px(12) // all around for a focus ring
        rightMargin: leftMargin
        bottomMargin: Theme.px(24)
        clip: true
        keyNavigationEnabled: false // arrows lead from message to message
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        spacing: Theme.px(16)
        boundsBehavior: Flickable.StopAtBounds
        model: page.post.letters

        header: Column {
            width: list.width - 2 * list.leftMargin
            topPadding: Theme.px(32)
            bottomPadding: Theme.px(24)
            spacing: Theme.px(16)

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: page.name
                heading: true
                level: Theme.largeText ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskSettingsWaiting {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: page.post.failure !== ""
                failure: page.post.failure
                onAgainWanted: page.post.readAgain()
            }
        }

        delegate: KioskAccountLetter {
            width: list.width - 2 * list.leftMargin
        }
    }
}
