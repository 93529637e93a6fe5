pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// How this visitor wants to see and reach the screen; the next visitor starts afresh.
KioskPage {
    id: page

    required property ShellViewModel shell
    required property NarrationViewModel narration

    readonly property bool beside: Theme.landscape && !Theme.largeText
    readonly property real most: Theme.px(beside ? 1640 : 1032)

    name: qsTrId("access.title")
    firstFocus: colours

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.height + Theme.px(96)
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            x: Math.max(Theme.px(Theme.portrait ? 24 : 40), Math.round((page.width - page.most) / 2))
            y: Theme.px(48)
            width: page.width - 2 * x
            spacing: Theme.px(8)

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: page.name
                level: KioskText.Display
                heading: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: qsTrId("access.explanation")
                secondary: true
                wrapMode: Text.WordWrap
                bottomPadding: Theme.px(24)
            }

            Grid {
                width: parent.width
                columns: page.beside ? 2 : 1
                spacing: Theme.px(24)

                Column {
                    spacing: Theme.px(24)

                    KioskAccessColours {
                        id: colours

                        width: page.beside ? Math.floor((column.width - Theme.px(24)) / 2) : column.width
                        shell: page.shell
                        narration: page.narration
                    }

                    KioskAccessSpeech {
                        objectName: "access.card.speech"
                        width: colours.width
                        height: page.beside ? Math.max(natural, aids.height - colours.height - Theme.px(24)) : natural
                        narration: page.narration
                    }
                }

                KioskAccessAids {
                    id: aids

                    objectName: "access.card.aids"
                    width: colours.width
                    shell: page.shell
                    narration: page.narration
                }
            }
        }
    }
}
