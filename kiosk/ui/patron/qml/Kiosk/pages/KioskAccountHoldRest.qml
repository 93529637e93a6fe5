pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Until when a hold rests: some weeks, a day more or less, or until its owner says so.
Column {
    id: rest

    required property AccountHoldsViewModel holding
    readonly property Item primary: agree

    spacing: Theme.px(24)

    Flow {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            model: rest.holding.weeks

            KioskChip {
                required property string choiceKey
                required property string choiceText
                required property bool choiceChosen

                objectName: `account.hold.weeks.${choiceKey}`
                text: choiceText
                selected: choiceChosen
                Accessible.role: Accessible.RadioButton
                onClicked: rest.holding.chooseWeeks(Number(choiceKey))
            }
        }
    }

    Item {
        width: parent.width
        height: earlier.height
        visible: rest.holding.day !== ""

        KioskButton {
            id: earlier

            objectName: "account.hold.earlier"
            width: Theme.px(96)
            leftPadding: Theme.px(28)
            rightPadding: Theme.px(28)
            iconName: "minus"
            Accessible.name: qsTrId("holds.rest.earlier")
            onClicked: rest.holding.moveDay(-1)
        }

        KioskText {
            anchors.centerIn: parent
            width: parent.width - 2 * (earlier.width + Theme.px(16))
            horizontalAlignment: Text.AlignHCenter
            text: rest.holding.day
            level: KioskText.Heading
            font.weight: Font.Bold
            wrapMode: Text.WordWrap
        }

        KioskButton {
            objectName: "account.hold.later"
            x: parent.width - width
            width: earlier.width
            leftPadding: earlier.leftPadding
            rightPadding: earlier.rightPadding
            iconName: "plus"
            Accessible.name: qsTrId("holds.rest.later")
            onClicked: rest.holding.moveDay(1)
        }
    }

    KioskButton {
        id: agree

        objectName: "account.hold.agree"
        width: parent.width
        kind: KioskButton.Primary
        big: true
        text: rest.holding.rest
        iconName: "hourglass"
        onClicked: rest.holding.agreeToRest()
    }
}
