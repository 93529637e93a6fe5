pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The account itself: all cards below one another, or in two columns on a lying screen.
FocusScope {
    id: sheet

    required property AccountViewModel account
    required property AccountPostViewModel post

    readonly property real gap: Theme.px(24)
    readonly property real side: Math.max(Theme.px(24), (width - Theme.contentWidth) / 2)
    readonly property real room: width - 2 * side
    readonly property bool columns: Theme.landscape && !Theme.largeText
    readonly property real wide: columns ? Math.round((room - gap) * 0.58) : room

    Flickable {
        anchors.fill: parent
        anchors.topMargin: Theme.px(12) // a button half scrolled away stays apart from the tabs
        clip: true
        contentHeight: Math.max(loans.y + loans.height, others.y + others.height) + sheet.gap
        boundsBehavior: Flickable.StopAtBounds

        KioskAccountHead {
            id: head

            x: sheet.side + Theme.px(Theme.portrait ? 16 : 0)
            y: Theme.px(28 - 12)
            width: sheet.width - 2 * x
            account: sheet.account
        }

        KioskAccountLoans {
            id: loans

            x: sheet.side
            y: head.y + head.height + Theme.px(25)
            width: sheet.wide
            account: sheet.account
        }

        Column {
            id: others

            x: sheet.columns ? sheet.side + sheet.wide + sheet.gap : sheet.side
            y: sheet.columns ? loans.y : loans.y + loans.height + sheet.gap
            width: sheet.columns ? sheet.room - sheet.wide - sheet.gap : sheet.room
            spacing: sheet.gap

            KioskAccountHolds {
                width: parent.width
                account: sheet.account
            }

            Grid {
                width: parent.width
                columns: sheet.columns || Theme.largeText ? 1 : 2
                spacing: sheet.gap

                KioskAccountFees {
                    id: fees

                    width: parent.columns === 2 ? Math.round((parent.width - sheet.gap) * 0.635) : parent.width
                    height: parent.columns === 2 ? Math.max(implicitHeight, messages.implicitHeight) : implicitHeight
                    account: sheet.account
                }

                KioskAccountMessages {
                    id: messages

                    width: parent.columns === 2 ? parent.width - fees.width - sheet.gap : parent.width
                    height: parent.columns === 2 ? fees.height : implicitHeight
                    post: sheet.post
                }
            }

            KioskAccountRequests {
                width: parent.width
                visible: sheet.post.requestCount > 0
                post: sheet.post
            }
        }
    }
}
