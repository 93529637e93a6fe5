pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The words on a floor map: the shelves' numbers and the rooms' names, as far as there is room for them.
Item {
    id: labels

    required property RecordMapViewModel place
    property real unit: 1 // of the map, in px
    // On a small map a shelf is narrower than its number: then all stand on plates.
    readonly property bool plates: place.room * unit < widest + 2 * Theme.px(7)
    readonly property real widest: Math.max(0, ...Array.from({
        length: marks.count
    }, (_, index) => {
        const mark = marks.itemAt(index) as KioskText;
        return mark !== null && mark.font.family === Theme.mono ? mark.contentWidth : 0;
    }))
    readonly property string told: Array.from({
        length: marks.count
    }, (_, index) => (marks.itemAt(index) as KioskText)?.text ?? "").join(", ")

    // Whether no shelf's number stands there or so near that both would be read as one.
    function clear(x: real, y: real, width: real, height: real): bool {
        const air = Theme.px(8);
        for (let index = 0; index < marks.count; index++) {
            const mark = marks.itemAt(index) as KioskText;
            if (mark !== null && mark.font.family === Theme.mono && mark.x < x + width + air && x < mark.x + mark.width + air && mark.y < y + height && y < mark.y + mark.height)
                return false;
        }
        return true;
    }

    Repeater {
        id: marks

        model: labels.place.labels

        KioskText {
            required property string labelText
            required property real labelX
            required property real labelY
            required property string labelAnchor
            required property bool labelNumber
            required property bool labelTarget
            required property bool labelBold

            objectName: `record.map.${labelNumber ? "number" : "word"}`

            // Where the map is too small for them all, the words above say it and the shelf meant stays named.
            visible: labelTarget || labelBold || labels.unit >= 0.65 * Theme.s && (labelNumber || labels.clear(x, y, width, height))

            readonly property bool plate: labelNumber && labels.plates
            readonly property real at: (labelX - labels.place.x) * labels.unit

            x: labelAnchor === "start" ? at : labelAnchor === "end" ? at - width : at - width / 2
            y: (labelY - labels.place.y) * labels.unit - height / 2 - Theme.px(7)
            text: labelText
            turned: false
            decorative: true
            level: KioskText.Caption
            font.pixelSize: Theme.px(22)
            font.family: labelNumber ? Theme.mono : Theme.family
            font.weight: labelNumber || labelBold ? Font.Bold : Font.Normal
            leftPadding: plate ? Theme.px(5) : 0
            rightPadding: leftPadding
            color: labelTarget ? Theme.actInk : labelNumber ? Theme.labelInk : labelBold ? Theme.ink : Theme.ink2

            Rectangle {
                z: -1
                x: Math.round((parent.width - width) / 2)
                y: Math.round((parent.height - height) / 2) + Theme.px(2)
                width: Math.max(parent.width, labels.place.room * labels.unit)
                height: Theme.px(40)
                visible: parent.plate
                radius: Theme.px(3)
                color: parent.labelTarget ? Theme.action : Theme.label
                border.width: Theme.stroke(parent.labelTarget ? 0 : 2)
                border.color: Theme.edge
            }
        }
    }
}
