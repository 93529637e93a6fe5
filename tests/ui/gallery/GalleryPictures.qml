pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Covers of six layouts and every icon.
Item {
    id: pictures

    required property list<string> covers

    GalleryHead {
        x: 1312
        y: 157
        text: "Covers: six layouts, every form"
    }

    Grid {
        x: 1312
        y: 198
        columns: 4
        columnSpacing: 16
        rowSpacing: 16

        Repeater {
            model: pictures.covers

            KioskCover {
                required property string modelData
                required property int index

                unitsWide: 128
                square: index > 7
                source: modelData
            }
        }
    }

    GalleryHead {
        x: 1312
        y: 789
        text: "Icons: 24 grid, stroke 1.75"
    }

    Grid {
        x: 1313
        y: 832
        columns: 8
        columnSpacing: 32
        rowSpacing: 24

        Repeater {
            model: Object.keys(KioskIconPaths.paths)

            KioskIcon {
                required property string modelData

                name: modelData
                size: 42
            }
        }
    }
}
