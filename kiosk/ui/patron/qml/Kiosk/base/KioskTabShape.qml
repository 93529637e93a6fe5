import QtQuick
import QtQuick.Shapes
import Kiosk

// The outline of a guide card's tab, with its foot on the lower edge.
Shape {
    id: tab

    property real shoulder: Theme.px(14)
    property color fill: Theme.card
    property color frame: "transparent"
    property real frameWidth: Theme.hairline

    Accessible.ignored: true

    ShapePath {
        fillColor: tab.fill
        strokeColor: tab.frame
        strokeWidth: tab.frame.a > 0 ? tab.frameWidth : -1

        PathSvg {
            path: {
                const a = tab.shoulder, w = tab.width, h = tab.height;
                return `M0,${h} C${a},${h} ${0.7 * a},0 ${2 * a},0 H${w - 2 * a} C${w - 0.7 * a},0 ${w - a},${h} ${w},${h}`;
            }
        }
    }
}
