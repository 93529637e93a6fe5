import QtQuick
import Kiosk

// How far something is, with the words above it.
Item {
    id: progress

    property string text
    property real value: 0 // 0–1
    property bool wordless: false // the words stand elsewhere
    property real thickness: Theme.px(14)

    implicitHeight: (wordless ? 0 : words.implicitHeight + Theme.px(14)) + thickness
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text
    Accessible.description: Math.round(value * 100) + " %"

    KioskText {
        id: words

        visible: !progress.wordless
        width: parent.width
        text: progress.text
        decorative: true
        elide: Text.ElideRight
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: progress.thickness
        radius: height / 2
        color: Theme.sunk
        border.width: Theme.highContrast ? Theme.stroke(1) : 0
        border.color: Theme.edge

        Rectangle {
            width: Math.max(parent.height, parent.width * Math.min(1, Math.max(0, progress.value)))
            height: parent.height
            radius: height / 2
            color: Theme.action
            visible: progress.value > 0
        }
    }
}
