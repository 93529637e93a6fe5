pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One choice of a few, all in one frame and equally wide.
FocusScope {
    id: segments

    property list<string> labels
    property int currentIndex: 0
    property string name // for screen readers: what is chosen here
    property bool equal: true // else each as wide as its word

    signal chosen(index: int)

    implicitHeight: Theme.px(80) + Theme.growth
    implicitWidth: row.implicitWidth
    Accessible.role: Accessible.PageTabList
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusButton
        color: Theme.card
        border.width: Theme.controlStroke
        border.color: Theme.edge
    }

    Row {
        id: row

        height: parent.height

        Repeater {
            model: segments.labels

            KioskSegment {
                required property string modelData
                required property int index

                objectName: `${segments.objectName}.${index}`
                text: modelData
                width: segments.equal ? (index + 1 === segments.labels.length ? segments.width - x : Math.floor(segments.width / segments.labels.length)) : implicitWidth
                height: segments.height
                selected: index === segments.currentIndex
                divided: index > 0 && !selected && index !== segments.currentIndex + 1
                onClicked: segments.chosen(index)
            }
        }
    }
}
