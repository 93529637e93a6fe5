import QtQuick
import Kiosk

// The picture of a record from the cover cache; until it is there, an empty board of the same size.
Item {
    id: cover

    property url source
    property real unitsWide: 112
    property bool square: false

    implicitWidth: Theme.px(unitsWide)
    implicitHeight: Math.round(Theme.px(unitsWide) * (square ? 1 : 1.48))
    transform: Theme.mirrorOf(cover, Theme.mirrored)
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        visible: picture.status !== Image.Ready
        color: Theme.sunk
        border.width: Theme.stroke(1)
        border.color: Theme.line
    }

    Image {
        id: picture

        anchors.fill: parent
        source: cover.source
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        verticalAlignment: Image.AlignBottom
        sourceSize.width: cover.width
        smooth: true
    }
}
