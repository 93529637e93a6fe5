pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies over every page and dialog: the curtain of who listens, the dark screen, and above both the way
// out for staff.
Item {
    id: front

    required property Desk desk

    anchors.fill: parent

    KioskPrivacyCurtain {
        anchors.fill: parent
        narration: front.desk.narration
    }

    KioskDarkness {
        anchors.fill: parent
        asleep: front.desk.darkness.asleep
        onWoken: front.desk.darkness.wake()
    }

    KioskStaffExit {
        exit: front.desk.staffExit
    }
}
