import QtQuick
import Kiosk

// The way into a guided flow: what it is about, on the ground that asks.
KioskPressable {
    id: offer

    property bool told: true // that it goes step by step, where no heading says so

    readonly property real wanted: Math.max(Theme.px(told ? 124 : 112), words.height + Theme.px(40))

    implicitHeight: wanted
    padding: 0
    around: Theme.radiusCard
    Accessible.name: told ? `${qsTrId("guide.offer")}: ${text}` : text

    background: Rectangle {
        radius: Theme.radiusCard
        color: offer.down ? Theme.tint : Theme.tintAsk
        border.width: Theme.highContrast ? Theme.controlStroke : 0
        border.color: Theme.edge
    }

    contentItem: Item {
        KioskIcon {
            id: sign

            x: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            name: "map"
            size: Theme.icon(44)
            color: Theme.highContrast ? Theme.ink : Theme.askText
        }

        Column {
            id: words

            x: sign.x + sign.width + Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            width: arrow.x - Theme.px(16) - x
            spacing: Theme.px(2)

            KioskText {
                width: parent.width
                visible: offer.told
                text: qsTrId("guide.offer")
                decorative: true
                level: KioskText.Caption
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: offer.text
                decorative: true
                level: KioskText.Heading
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
            }
        }

        KioskIcon {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow"
            size: Theme.px(34)
        }
    }
}
