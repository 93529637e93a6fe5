pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// How this visitor wants to see and reach the screen; the next visitor starts afresh.
KioskPage {
    id: page

    required property ShellViewModel shell

    name: qsTrId("access.title")
    firstFocus: scheme

    Flickable {
        id: flick

        anchors.fill: parent
        contentHeight: column.height + Theme.px(96)
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            x: Math.max(Theme.px(40), Math.round((page.width - Theme.px(1000)) / 2))
            y: Theme.px(48)
            width: page.width - 2 * x
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: page.name
                level: KioskText.Display
                heading: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: qsTrId("access.explanation")
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                text: qsTrId("access.scheme")
                level: KioskText.Heading
                heading: true
                topPadding: Theme.px(16)
            }

            KioskSegments {
                id: scheme

                objectName: "access.scheme"
                width: parent.width
                name: qsTrId("access.scheme")
                labels: [qsTrId("access.light"), qsTrId("access.dark"), qsTrId("access.high_contrast")]
                currentIndex: page.shell.scheme
                onChosen: index => page.shell.chooseScheme(index)
            }

            KioskText {
                text: qsTrId("access.aids")
                level: KioskText.Heading
                heading: true
                topPadding: Theme.px(16)
            }

            Repeater {
                model: [
                    {
                        name: "largeText",
                        on: page.shell.largeText
                    },
                    {
                        name: "reducedMotion",
                        on: page.shell.reducedMotion
                    },
                    {
                        name: "lowReach",
                        on: page.shell.lowReach
                    }
                ]

                KioskButton {
                    required property var modelData

                    objectName: `access.${modelData.name}`
                    width: column.width
                    compact: false
                    text: qsTrId(`access.${modelData.name}`)
                    iconName: modelData.on ? "check" : "plus"
                    kind: modelData.on ? KioskButton.Primary : KioskButton.Plain
                    explanation: modelData.on ? qsTrId("access.on") : qsTrId("access.off")
                    onClicked: page.shell.toggle(modelData.name)
                }
            }
        }
    }
}
