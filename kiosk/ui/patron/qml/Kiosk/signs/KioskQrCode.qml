import QtQuick
import QtQuick.Shapes
import Kiosk

// A QR code, black on white in every scheme: a camera needs it so, and four modules of quiet around.
Rectangle {
    id: code

    property string path
    property int modules: 0
    property string name

    color: "#FFFFFF"
    border.width: Theme.stroke(1)
    border.color: Theme.line
    transform: Theme.mirrorOf(code, Theme.mirrored)
    Accessible.role: Accessible.Graphic
    Accessible.name: code.name

    Shape {
        readonly property real module: code.modules > 0 ? code.width / (code.modules + 8) : 1

        x: 4 * module
        y: 4 * module
        scale: module
        transformOrigin: Item.TopLeft

        ShapePath {
            fillColor: "#000000"
            strokeWidth: -1

            PathSvg {
                path: code.path
            }
        }
    }
}
