pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A card of the account: icon, heading and count, a hairline, and rows below.
KioskCard {
    id: card

    property string title
    property string iconName
    property string count
    property real headHeight: Theme.px(68) + Theme.growth
    property alias head: headRoom.data
    default property alias rows: body.data

    implicitHeight: headHeight + body.height + Theme.px(8)
    height: implicitHeight

    Item {
        id: headRoom

        x: Theme.px(24)
        width: parent.width - 2 * x
        height: card.headHeight

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(16)

            KioskIcon {
                anchors.verticalCenter: parent.verticalCenter
                name: card.iconName
                size: Theme.px(38)
            }

            KioskText {
                text: card.title
                heading: true
                level: KioskText.Heading
                Accessible.name: card.count === "" ? text : `${text}, ${card.count}`
            }

            KioskText {
                text: card.count
                visible: text !== ""
                decorative: true
                secondary: true
                level: KioskText.Heading
            }
        }
    }

    Column {
        id: body

        x: Theme.px(24)
        y: card.headHeight
        width: parent.width - 2 * x
    }
}
