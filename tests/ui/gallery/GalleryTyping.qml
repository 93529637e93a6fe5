import QtQuick
import Kiosk

// What one types into and with: fields and keys.
Item {
    GalleryHead {
        x: 680
        y: 157
        text: "Fields"
    }

    KioskField {
        id: typed

        x: 680
        y: 198
        width: 560
        unitsHigh: 96
        text: "kafk"
        focus: true
    }

    KioskField {
        x: 680
        y: 310
        width: 560
        unitsHigh: 96
        iconName: "card"
        text: "3 0014 0041"
        clearable: false
        error: "Five digits are missing. Scan the card again."
    }

    GalleryHead {
        x: 680
        y: 990
        text: "Keys"
    }

    Row {
        x: 680
        y: 1031
        spacing: 16

        KioskKey {
            text: "e"
            hint: "é"
        }

        KioskKey {
            text: "k"
            down: true
        }

        KioskKey {
            width: 128
            text: "delete"
            iconName: "delete"
            functional: true
        }

        KioskKey {
            width: 184
            text: "Search"
            go: true
        }
    }
}
