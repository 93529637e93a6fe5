pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is here now, and the forms, in one line of chips.
Item {
    id: line

    required property FindViewModel find
    readonly property bool any: here.count + forms.count > 0

    implicitHeight: Theme.px(80) + Theme.growth

    Row {
        id: hereRow

        spacing: Theme.px(16)

        Repeater {
            id: here

            model: line.find.available

            KioskFindChip {
                find: line.find
            }
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: here.count > 0 && forms.count > 0
            width: Theme.stroke(2)
            height: Theme.px(56)
            color: Theme.line
        }
    }

    KioskFindChipFlow {
        id: forms

        x: here.count > 0 ? hereRow.width + Theme.px(16) : 0
        width: parent.width - x
        find: line.find
        model: line.find.forms
    }
}
