pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Thanks, and the item laid down last on its index card.
Column {
    id: now

    required property CheckinViewModel checkin

    spacing: Theme.px(Theme.portrait ? 28 : 16)

    KioskText {
        x: Theme.px(Theme.portrait ? 24 : 0)
        width: parent.width - x
        text: now.checkin.headline
        heading: true
        level: KioskText.Poster
        wrapMode: Text.WordWrap
        Accessible.role: Accessible.AlertMessage
    }

    KioskSignInNotice {
        x: Theme.px(Theme.portrait ? 24 : 0)
        width: parent.width - x
        visible: text !== ""
        text: now.checkin.notice
    }

    KioskCard {
        width: parent.width
        height: Math.max(cover.height + 2 * Theme.px(28), words.height + 2 * Theme.px(28))
        lift: 6
        marginLine: cover.x + cover.unitsWide * Theme.s + Theme.px(24)

        KioskCover {
            id: cover

            x: Theme.px(28)
            y: Theme.px(29)
            unitsWide: Theme.portrait ? 160 : 130
            source: now.checkin.cover
            square: now.checkin.square
        }

        Column {
            id: words

            x: cover.x + Theme.px(cover.unitsWide) + Theme.px(56)
            y: Theme.px(Theme.portrait ? 32 : 28)
            width: parent.width - x - Theme.px(28)

            KioskText {
                width: parent.width
                text: now.checkin.title
                ownLanguage: now.checkin.language
                heading: true
                level: KioskText.Title
                wrapMode: Text.WordWrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: now.checkin.about
                secondary: true
                wrapMode: Text.WordWrap
            }

            Item {
                width: 1
                height: Theme.px(18)
            }

            KioskStateChip {
                width: Math.min(implicitWidth, parent.width)
                visible: text !== ""
                text: now.checkin.chip
                tone: now.checkin.tone
            }

            KioskText {
                width: parent.width
                topPadding: Theme.px(16)
                visible: text !== ""
                text: now.checkin.note
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                topPadding: Theme.px(6)
                visible: text !== ""
                text: now.checkin.left
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                topPadding: Theme.px(16)
                visible: text !== ""
                text: now.checkin.parts
                wrapMode: Text.WordWrap
            }

            Item {
                width: 1
                height: Theme.px(16)
                visible: missing.visible
            }

            KioskButton {
                id: missing

                objectName: "return.missing"
                width: Math.min(implicitWidth, parent.width)
                visible: now.checkin.partsTicket > 0
                text: qsTrId("return.missing")
                iconName: "alert"
                onClicked: now.checkin.doubtParts(now.checkin.partsTicket)
            }
        }
    }
}
