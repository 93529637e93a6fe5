import QtQuick
import Kiosk
import Kiosk.Desk

// Take it along on paper or on the phone, or have it kept; what one most likely wants is green.
Flow {
    id: buttons

    required property RecordViewModel record

    readonly property int count: record.holdable ? 3 : 2
    // Where three do not fit beside one another, the green one has a line of its own.
    readonly property bool stacked: count === 3 && width < Theme.px(880) + 4 * Theme.growth
    readonly property real narrow: Math.floor(stacked ? (width - spacing) / 2 : (width - (count - 1) * spacing) * (count === 3 ? 0.3 : 0.43))
    readonly property real wide: stacked ? width : width - (count - 1) * (narrow + spacing)

    spacing: Theme.px(16)

    KioskButton {
        objectName: "record.print"
        width: buttons.record.holdFirst ? buttons.narrow : buttons.wide
        kind: buttons.record.holdFirst ? KioskButton.Plain : KioskButton.Primary
        compact: false
        leftPadding: Theme.px(16)
        rightPadding: Theme.px(16)
        text: qsTrId("record.print")
        iconName: "print"
        onClicked: buttons.record.printSlip()
    }

    KioskButton {
        objectName: "record.phone"
        width: buttons.narrow
        compact: false
        leftPadding: Theme.px(16)
        rightPadding: Theme.px(16)
        text: qsTrId("record.phone")
        iconName: "qr"
        onClicked: buttons.record.takeAlong()
    }

    KioskButton {
        objectName: "record.hold"
        visible: buttons.record.holdable
        width: buttons.record.holdFirst ? buttons.wide : buttons.narrow
        kind: buttons.record.holdFirst ? KioskButton.Primary : KioskButton.Plain
        compact: false
        leftPadding: Theme.px(16)
        rightPadding: Theme.px(16)
        text: qsTrId("record.hold")
        iconName: "hold"
        onClicked: buttons.record.holding.hold()
    }
}
