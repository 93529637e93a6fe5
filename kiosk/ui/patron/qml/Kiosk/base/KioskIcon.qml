import QtQuick
import QtQuick.Shapes
import Kiosk

// One icon, `size` device pixels square, drawn by strokes of `thickness` on its grid of 24.
Item {
    id: icon

    property string name
    property color color: Theme.ink
    property real size: Theme.px(26)
    property real thickness: Theme.iconStroke
    property bool turned: Theme.mirrored && !["back", "next", "arrow", "return", "sign-out"].includes(name) // these point along the page

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true
    transform: Theme.mirrorOf(icon, turned)
    // The software renderer forgets to clip a shape that lies wholly outside its list; a layer it clips.
    layer.enabled: GraphicsInfo.api === GraphicsInfo.Software

    Shape {
        width: 24
        height: 24
        scale: icon.size / 24
        transformOrigin: Item.TopLeft
        visible: icon.name !== ""

        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: KioskIconPaths.of(icon.name)
            }
        }
    }
}
