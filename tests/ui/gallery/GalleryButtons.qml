pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Buttons: each kind in each state.
Item {
    GalleryHead {
        x: 48
        y: 157
        text: "Buttons"
    }

    Repeater {
        model: ["rest", "pressed", "focused", "disabled"]

        Item {
            id: state

            required property string modelData
            required property int index

            x: 48
            y: [198, 310, 422, 534][index]

            KioskText {
                y: 34
                text: state.modelData
                level: KioskText.Caption
                secondary: true
            }

            KioskButton {
                id: done

                x: 114
                kind: KioskButton.Primary
                text: "Done"
                iconName: "check"
                enabled: state.index !== 3
                down: state.index === 1

                KioskFocusRing {
                    shown: state.index === 2
                }
            }

            KioskButton {
                x: 302
                text: "Print"
                iconName: "print"
                compact: false
                enabled: state.index !== 3
                down: state.index === 1

                KioskFocusRing {
                    shown: state.index === 2
                }
            }
        }
    }
}
