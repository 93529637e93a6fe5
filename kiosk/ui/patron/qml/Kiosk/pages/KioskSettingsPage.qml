pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// My details and settings: what patrons look after themselves, on cards in one column or two.
KioskPage {
    id: page

    required property SettingsViewModel settings

    readonly property bool columns: Theme.landscape && !Theme.largeText
    readonly property real gap: Theme.px(24)
    readonly property real side: Math.max(gap, (width - Theme.contentWidth) / 2)
    readonly property real room: width - 2 * side
    readonly property real share: columns ? Math.floor((room - gap) / 2) : room

    name: qsTrId("settings.title")
    firstFocus: cards

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(cards.y + cards.height, waiting.y + waiting.height) + Theme.px(32)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        KioskText {
            id: heading

            x: page.side + Theme.px(16)
            y: Theme.px(32)
            width: page.room - Theme.px(32)
            text: page.name
            heading: true
            level: Theme.largeText ? KioskText.Title : KioskText.Display
            wrapMode: Text.WordWrap
        }

        KioskSettingsWaiting {
            id: waiting

            x: heading.x
            y: heading.y + heading.height + page.gap
            width: heading.width
            visible: !page.settings.loaded
            failure: page.settings.failure
            onAgainWanted: page.settings.readAgain()
        }

        FocusScope {
            id: cards

            x: page.side
            y: heading.y + heading.height + page.gap
            width: page.room
            height: page.columns ? Math.max(first.height, second.height) : first.height + page.gap + second.height
            visible: page.settings.loaded

            Column {
                id: first

                width: page.share
                spacing: page.gap

                KioskSettingsContact {
                    width: parent.width
                    focus: true
                    settings: page.settings
                }

                KioskSettingsCard {
                    width: parent.width
                    settings: page.settings
                }
            }

            Column {
                id: second

                x: page.columns ? page.share + page.gap : 0
                y: page.columns ? 0 : first.height + page.gap
                width: page.share
                spacing: page.gap

                KioskSettingsSpeech {
                    width: parent.width
                    settings: page.settings
                }

                KioskSettingsHistory {
                    width: parent.width
                    settings: page.settings
                }

                KioskSettingsOwn {
                    width: parent.width
                    settings: page.settings
                }
            }
        }
    }

    KioskSettingsQuestions {
        parent: page.StackView.view?.parent ?? page // over header and dock too
        settings: page.settings
        active: page.StackView.status === StackView.Active
        onClosed: page.forceActiveFocus(Qt.OtherFocusReason)
    }
}
