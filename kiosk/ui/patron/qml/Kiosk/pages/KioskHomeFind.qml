pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Find card at home: a field that leads on, and ways to browse.
Column {
    id: find

    required property HomeViewModel home
    property int lines: 1 // of ways to browse, at most
    property real room: Infinity // how high all of it may be
    property bool counted: false

    // The longest hint that has room; in large text that is for a few words.
    function hinted(_face: font): string {
        const hints = [qsTrId("home.find.hint"), qsTrId("home.find.hint.short"), qsTrId("section.find")];
        return hints.slice(Theme.largeText ? 1 : 0).find(hint => Math.ceil(letters.advanceWidth(hint)) <= field.wordRoom) ?? hints[2];
    }

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.rowSize
    }

    readonly property list<string> keys: ["new", "subjects", "shelf", "popular"]
    readonly property list<string> icons: ["star", "a-z", "shelf", "people"]
    readonly property list<string> words: [qsTrId("home.browse.new"), qsTrId("home.browse.subjects"), qsTrId("home.browse.shelf"), qsTrId("home.browse.popular")]

    // As many ways to browse as have room on their lines.
    readonly property int chips: {
        const most = Math.max(1, Math.min(lines, Math.floor((room - row.y + row.spacing) / ((ways.itemAt(0)?.implicitHeight ?? 0) + row.spacing))));
        let line = 1;
        let used = 0;
        for (let index = 0; index < ways.count; index++) {
            const wide = ways.itemAt(index)?.implicitWidth ?? 0;
            used += wide + (used > 0 ? row.spacing : 0);
            if (used <= width)
                continue;
            if (++line > most)
                return index;
            used = wide;
        }
        return ways.count;
    }

    KioskText {
        width: parent.width
        text: qsTrId("home.find.what")
        level: KioskText.Row
        secondary: true
        font.weight: Font.Medium
        wrapMode: Text.WordWrap
    }

    Item {
        width: 1
        height: Theme.px(Theme.largeText ? 12 : find.counted ? 19 : 17)
    }

    KioskFieldButton {
        id: field

        objectName: "home.find"
        width: parent.width
        placeholder: find.hinted(letters.font)
        onClicked: find.home.find()
    }

    Item {
        width: 1
        height: Theme.px(Theme.largeText ? 17 : find.counted ? 18 : 20)
    }

    Flow {
        id: row

        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            id: ways

            model: find.keys

            KioskChip {
                required property int index

                objectName: `home.browse.${find.keys[index]}`
                visible: index < find.chips
                text: find.words[index]
                iconName: find.icons[index]
                Accessible.role: Accessible.Button
                Accessible.checkable: false
                onClicked: find.home.browse(find.keys[index])
            }
        }
    }

    KioskText {
        visible: find.counted && text !== ""
        width: parent.width
        topPadding: Theme.px(29)
        text: find.home.counts
        level: KioskText.Caption
        secondary: true
        elide: Text.ElideRight
    }
}
