pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What the state of an item looks like: chips, call numbers, date slips.
Item {
    GalleryHead {
        x: 48
        y: 953
        text: "Availability and labels"
    }

    KioskStateChip {
        x: 48
        y: 994
        text: "Available"
    }

    KioskCallNumber {
        x: 223
        y: 997
        text: "363.738 WAL"
    }

    KioskText {
        x: 418
        y: 1003
        text: "Floor 2"
        level: KioskText.Caption
        secondary: true
    }

    KioskStateChip {
        x: 48
        y: 1052
        tone: KioskStateChip.Wait
        text: "Back on 3 Dec"
    }

    KioskText {
        x: 274
        y: 1061
        text: "1 person waiting"
        level: KioskText.Caption
        secondary: true
    }

    KioskStateChip {
        x: 48
        y: 1110
        tone: KioskStateChip.Stop
        text: "In the building only"
    }

    KioskCallNumber {
        x: 48
        y: 1177
        big: true
        text: "ROM\nKEHL"
    }

    Repeater {
        model: [["Tue", "22", "December"], ["Thu", "26", "November"], ["late", "21", "November"]]

        KioskDateSlip {
            required property list<string> modelData
            required property int index

            x: 182 + 152 * index
            y: 1172
            tone: index
            weekday: modelData[0]
            day: modelData[1]
            month: modelData[2]
        }
    }
}
