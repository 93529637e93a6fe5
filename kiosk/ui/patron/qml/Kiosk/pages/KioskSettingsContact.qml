pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Name, address, telephone and e-mail as the library knows them, and a change that waits for staff.
KioskAccountCard {
    id: contact

    required property SettingsViewModel settings

    title: qsTrId("contact.head")
    iconName: "person"
    headHeight: Theme.px(80) + Theme.growth

    Repeater {
        model: contact.settings.details

        Item {
            id: line

            required property string detailLabel
            required property string detailText

            readonly property bool below: Theme.largeText
            readonly property real middle: Math.round((height - words.height) / 2)

            width: parent?.width ?? 0
            height: Math.max(Theme.px(62), (below ? label.height : 0) + words.height + Theme.px(24))
            Accessible.role: Accessible.ListItem
            Accessible.name: `${detailLabel}: ${detailText}`

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }

            KioskText {
                id: label

                y: line.below ? Theme.px(12) : line.middle
                text: line.detailLabel
                secondary: true
            }

            KioskText {
                id: words

                x: line.below ? 0 : Theme.px(220)
                y: line.below ? Theme.px(12) + label.height : line.middle
                width: parent.width - x
                text: line.detailText
                wrapMode: Text.Wrap
            }
        }
    }

    Item {
        width: parent.width
        height: pending.visible ? pending.height + Theme.px(12) : 0

        KioskStateChip {
            id: pending

            width: Math.min(implicitWidth, parent.width)
            visible: text !== ""
            tone: KioskStateChip.Wait
            text: contact.settings.pending
        }
    }

    KioskLine {
        objectName: "settings.contact"
        width: parent.width
        focus: true
        ruled: false
        text: qsTrId("contact.change")
        onClicked: contact.settings.openPage("contact")
    }
}
