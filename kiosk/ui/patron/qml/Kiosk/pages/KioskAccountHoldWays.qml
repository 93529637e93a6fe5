pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What there is to do with a hold that waits.
Column {
    id: ways

    required property AccountHoldsViewModel holding

    KioskLine {
        objectName: "account.hold.again"
        width: parent.width
        visible: ways.holding.resting
        text: qsTrId("holds.again")
        onClicked: ways.holding.waitAgain()
    }

    KioskLine {
        objectName: "account.hold.rest"
        width: parent.width
        text: qsTrId(ways.holding.resting ? "holds.rest.other_day" : "holds.rest")
        onClicked: ways.holding.letRest()
    }

    KioskLine {
        objectName: "account.hold.elsewhere"
        width: parent.width
        visible: ways.holding.movable
        text: qsTrId("holds.elsewhere")
        onClicked: ways.holding.fetchElsewhere()
    }

    KioskLine {
        objectName: "account.hold.cancel"
        width: parent.width
        text: qsTrId("holds.cancel")
        onClicked: ways.holding.cancel(0)
    }
}
