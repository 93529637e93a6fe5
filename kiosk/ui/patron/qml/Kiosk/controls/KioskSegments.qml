pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One choice of a few, all in one frame and equally wide, unless a word needs more than its share.
FocusScope {
    id: segments

    property list<string> labels
    property int currentIndex: 0
    property string name // for screen readers: what is chosen here
    property bool equal: true // else each as wide as its word

    readonly property list<real> wishes: Array.from({
        length: parts.count
    }, (_, index) => parts.itemAt(index)?.implicitWidth ?? 0)
    readonly property real wanted: wishes.reduce((all, wish) => all + wish, 0)
    readonly property bool crowded: wanted > width // even closely set: smaller letters, less air
    readonly property bool even: wishes.every(wish => wish - Theme.px(40) <= width / Math.max(1, parts.count))

    signal chosen(index: int)

    // The last takes what the others leave, not what lies behind its place: a row gives none to what is 0 wide.
    function widthOf(index: int): real {
        if (!equal)
            return wishes[index] ?? 0;
        if (index + 1 === labels.length)
            return labels.slice(1).reduce((left, _, before) => left - widthOf(before), width);
        return Math.floor(even ? width / labels.length : width * (wishes[index] ?? 0) / Math.max(1, wanted));
    }

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
            id: parts

            model: segments.labels

            KioskSegment {
                required property string modelData
                required property int index

                objectName: `${segments.objectName}.${index}`
                text: modelData
                width: segments.widthOf(index)
                height: segments.height
                crowded: segments.crowded
                selected: index === segments.currentIndex
                divided: index > 0 && !selected && index !== segments.currentIndex + 1
                onClicked: segments.chosen(index)
            }
        }
    }
}
