pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Return: an order first, then for each item thanks and where to lay it.
KioskPage {
    id: page

    required property CheckinViewModel checkin

    name: checkin.headline
    firstFocus: parts

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Loader {
        id: parts

        anchors.fill: parent
        anchors.bottomMargin: foot.height
        focus: true
        sourceComponent: !page.checkin.begun ? order : Theme.portrait ? standing : lying
    }

    Component {
        id: order

        KioskReturnOrder {
            checkin: page.checkin
        }
    }

    Component {
        id: standing

        KioskReturnPortrait {
            checkin: page.checkin
        }
    }

    Component {
        id: lying

        KioskReturnLandscape {
            checkin: page.checkin
        }
    }

    KioskReturnFoot {
        id: foot

        y: parent.height - height
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: page.checkin.begun
        checkin: page.checkin
    }
}
