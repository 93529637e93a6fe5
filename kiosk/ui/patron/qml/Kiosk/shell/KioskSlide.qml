import QtQuick
import Kiosk

// How a page comes in (from 48 px away, with a fade) or leaves.
Transition {
    id: slide

    property real away: 0
    property bool leaving: false

    ParallelAnimation {
        NumberAnimation {
            property: "opacity"
            from: slide.leaving ? 1 : 0
            to: slide.leaving ? 0 : 1
            duration: Theme.duration(200)
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            property: "x"
            from: slide.away
            to: 0
            duration: Theme.duration(200)
            easing.type: Easing.OutCubic
        }
    }
}
