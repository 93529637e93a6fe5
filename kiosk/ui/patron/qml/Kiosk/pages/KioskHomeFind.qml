pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Find card at home: a field that leads on, and ways to browse.
Column {
    id: find

    required property HomeViewModel home
    property int chips: 4
    property bool counted: false

    readonly property list<string> keys: ["new", "subjects", "shelf", "popular"]
    readonly property list<string> icons: ["star", "a-z", "shelf", "people"]
    readonly property list<string> words: [qsTrId("home.browse.new"), qsTrId("home.browse.subjects"), qsTrId("home.browse.shelf"), qsTrId("home.browse.popular")]


    KioskText {
        width: parent.width
        text: qsTrId("home.find.what")
        level: KioskText.Row
        secondary: true
        font.weight: Font.Medium
        elide: Text.ElideRight
    }

    Item {
        width: 1
        height: Theme.px(Theme.largeText ? 12 : find.counted ? 19 : 17)
    }

    KioskFieldButton {
        objectName: "home.find"
        width: parent.width
        placeholder: Theme.largeText ? qsTrId("home.find.hint.short") : qsTrId("home.find.hint")
        onClicked: find.home.find()
    }

    Item {
        width: 1
        height: Theme.px(Theme.largeText ? 17 : find.counted ? 18 : 20)
    }

    Row {
        spacing: Theme.px(16)

        Repeater {
            model: find.chips

            KioskChip {
                required property int index

                objectName: `home.browse.${find.keys[index]}`
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
