pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// After a card was reported lost, its visit over: what its finder cannot do, and what happens next.
KioskPage {
    id: page

    required property SettingsViewModel settings

    name: qsTrId("lost.done")
    firstFocus: close

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

            x: Math.max(Theme.px(40), Math.round((page.width - Theme.px(1160)) / 2))
            y: Theme.px(Theme.portrait ? 96 : 48)
            width: page.width - 2 * x
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: page.name
                heading: true
                level: KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: qsTrId("lost.done.finder")
                level: KioskText.Row
                wrapMode: Text.WordWrap
            }

            KioskAccountCard {
                width: parent.width
                title: qsTrId("lost.next")
                iconName: "arrow"
                lift: 6

                Repeater {
                    model: ["desk", "kept", "found"]

                    Item {
                        id: step

                        required property string modelData

                        width: parent?.width ?? 0
                        height: words.height + Theme.px(40)

                        Rectangle {
                            width: parent.width
                            height: Theme.hairline
                            color: Theme.line
                        }

                        KioskText {
                            id: words

                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width
                            text: qsTrId(`lost.next.${step.modelData}`)
                            wrapMode: Text.WordWrap
                        }
                    }
                }
            }

            KioskButton {
                id: close

                objectName: "lost.close"
                kind: KioskButton.Primary
                text: qsTrId("lost.close")
                iconName: "check"
                onClicked: page.settings.goHome()
            }
        }
    }
}
