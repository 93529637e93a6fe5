pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The patron's own holds on the title: how each stands, where it is collected, and the way to change it.
KioskCard {
    id: card

    required property RecordHoldViewModel holding

    visible: holds.count > 0
    implicitHeight: rows.height + 2 * Theme.px(16)

    Column {
        id: rows

        x: Theme.px(24)
        y: Theme.px(16)
        width: parent.width - 2 * x
        spacing: Theme.px(12)

        Item {
            width: parent.width
            height: link.height

            KioskLabel {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTrId("holds.held")
                iconName: "hold"
                iconSize: Theme.px(34)
                gap: Theme.px(16)
                level: KioskText.Heading
                weight: Font.Bold
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            KioskTextLink {
                id: link

                objectName: "record.held.account"
                x: parent.width - width
                text: qsTrId("holds.to_account")
                onClicked: card.holding.openAccount()
            }
        }

        Repeater {
            id: holds

            model: card.holding.held

            Flow {
                id: hold

                required property string heldChip
                required property string heldWhere

                width: parent?.width ?? 0
                spacing: Theme.px(16)

                KioskStateChip {
                    id: chip

                    width: Math.min(implicitWidth, hold.width)
                    text: hold.heldChip
                    tone: KioskStateChip.Good
                    iconName: "hold"
                }

                KioskText {
                    width: Math.min(implicitWidth, hold.width)
                    height: Math.max(implicitHeight, chip.height)
                    verticalAlignment: Text.AlignVCenter
                    text: hold.heldWhere
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
