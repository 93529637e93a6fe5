pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Chips, segments and tabs: what is chosen among others.
Item {
    GalleryHead {
        x: 48
        y: 683
        text: "Chips and segments"
    }

    Row {
        x: 48
        y: 724
        spacing: 15

        KioskChip {
            text: "Book"
            count: "43"
        }

        KioskChip {
            text: "English"
            count: "58"
            selected: true
        }

        KioskChip {
            text: "2019"
            selected: true
            removable: true
        }
    }

    KioskSegments {
        x: 48
        y: 820
        equal: false
        labels: ["All", "Title", "Author", "Subject"]
    }

    GalleryHead {
        x: 680
        y: 504
        text: "Tabs"
    }

    Row {
        x: 680
        y: 545
        spacing: -8

        Repeater {
            model: ["Find", "Ask", "Borrow"]

            KioskGuideTab {
                required property string modelData
                required property int index

                z: current ? 1 : 0
                height: 86
                leftPadding: 60
                rightPadding: 60
                text: modelData
                current: index === 0
            }
        }
    }

    Rectangle {
        x: 680
        y: 631
        width: 560
        height: 6
        color: Theme.find
    }
}
