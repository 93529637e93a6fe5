import QtQuick
import QtQuick.Shapes
import Kiosk

// A card's barcode on white, whatever the theme: a reader reads it off the glass.
Rectangle {
    id: bars

    required property string path // a module one unit wide, one unit high
    required property int room // modules, the white beside the bars included

    // Whole pixels a module: a bar half as wide as its neighbour by rounding would not be read.
    readonly property real module: room > 0 ? Math.max(1, Math.floor(width / room)) : 1

    height: Theme.px(212)
    color: "#FFFFFF"
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTrId("join.card.barcode")

    Shape {
        x: Math.round((parent.width - bars.room * bars.module) / 2)
        y: Theme.px(16)
        width: bars.room
        height: 1

        ShapePath {
            fillColor: "#000000"
            strokeWidth: -1

            PathSvg {
                path: bars.path
            }
        }

        transform: Scale {
            xScale: bars.module
            yScale: bars.height - Theme.px(32)
        }
    }
}
