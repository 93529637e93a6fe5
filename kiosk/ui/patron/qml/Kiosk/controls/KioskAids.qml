pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The aids of home, each a touch away; where their words have no room the signs stand alone.
Row {
    id: aids

    required property ShellViewModel shell
    property real room
    property bool docked: false

    readonly property list<string> names: ["largeText", "contrast", "dark", "reducedMotion"]
    readonly property list<string> signs: ["large-text", "contrast", "moon", "calm"]
    readonly property list<string> wholes: [qsTrId("access.largeText"), qsTrId("access.high_contrast"), qsTrId("access.dark"), qsTrId("access.reducedMotion")]
    readonly property list<bool> switched: [shell.largeText, shell.scheme === KioskPalette.HighContrast, shell.scheme === KioskPalette.Dark, shell.reducedMotion]
    readonly property real worded: wide(letters.font) // of the typeface: its size is not known to what only asks how wide words are
    readonly property real least: names.length * Theme.px(80) + (names.length - 1) * spacing

    function wide(_face: font): real {
        return names.reduce((sum, name) => sum + Math.max(Theme.px(80), Math.ceil(letters.advanceWidth(qsTrId(`home.aid.${name}`))) + Theme.px(28)), (names.length - 1) * spacing);
    }

    spacing: Theme.px(16)

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        font.weight: Font.DemiBold
    }

    Repeater {
        model: aids.names

        KioskAidButton {
            required property string modelData
            required property int index

            objectName: `home.aid.${modelData}`
            text: qsTrId(`home.aid.${modelData}`)
            explanation: text === aids.wholes[index] ? "" : aids.wholes[index]
            iconName: aids.signs[index]
            on: aids.switched[index]
            wordless: aids.worded + Theme.px(4) > aids.room
            docked: aids.docked
            onClicked: aids.shell.toggle(modelData)
        }
    }
}
