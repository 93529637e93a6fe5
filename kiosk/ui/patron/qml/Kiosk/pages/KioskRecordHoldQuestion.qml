pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// How to keep a title: any copy or a certain one, how long that would take, and where to collect it.
Column {
    id: question

    required property RecordHoldViewModel holding

    spacing: Theme.px(24)

    Column {
        width: parent.width
        spacing: Theme.px(16)
        visible: question.holding.selectable

        KioskText {
            width: parent.width
            text: qsTrId("holds.which")
            heading: true
            level: KioskText.Heading
            wrapMode: Text.WordWrap
        }

        KioskChip {
            objectName: "record.hold.any"
            width: parent.width
            text: qsTrId("holds.any")
            selected: question.holding.one === ""
            Accessible.role: Accessible.RadioButton
            onClicked: question.holding.chooseCopy("")
        }

        KioskChip {
            objectName: "record.hold.one"
            width: parent.width
            text: question.holding.one === "" ? qsTrId("holds.one") : question.holding.one
            selected: question.holding.one !== ""
            Accessible.role: Accessible.RadioButton
            onClicked: question.holding.chooseOne()
        }
    }

    KioskText {
        objectName: "record.hold.prospect"
        width: parent.width
        visible: text !== ""
        text: question.holding.prospect
        wrapMode: Text.WordWrap
    }

    KioskText {
        width: parent.width
        text: qsTrId("record.hold.where")
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Repeater {
        model: question.holding.pickups

        KioskButton {
            required property int index
            required property string pickupCode
            required property string pickupName

            objectName: `record.pickup.${pickupCode}`
            width: parent?.width ?? 0
            kind: index === 0 ? KioskButton.Primary : KioskButton.Plain
            compact: false
            text: pickupName
            iconName: "pin"
            onClicked: question.holding.choosePickup(pickupCode)
        }
    }
}
