import QtQuick
import Kiosk
import Kiosk.Desk

// Take it along on paper or on the phone, or have it kept; what one most likely wants is green.
Row {
    id: buttons

    required property RecordViewModel record

    readonly property int count: record.holdable ? 3 : 2
    readonly property real narrow: Math.floor((width - (count - 1) * spacing) * (count === 3 ? 0.3 : 0.43))
    readonly property real wide: width - (count - 1) * (narrow + spacing)

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
        onClicked: buttons.record.hold()
    }
}
