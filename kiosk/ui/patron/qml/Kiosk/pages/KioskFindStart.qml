pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Ways to look around without typing.
Column {
    id: start

    required property FindViewModel find

    readonly property list<string> keys: ["new", "popular", "subjects", "authors", "shelf"]
    readonly property list<string> icons: ["star", "people", "a-z", "person", "shelf"]
    readonly property list<string> words: [qsTrId("browse.new"), qsTrId("browse.popular"), qsTrId("browse.subjects"), qsTrId("browse.authors"), qsTrId("browse.shelf")]

    spacing: Theme.px(20)

    KioskText {
        text: qsTrId("find.browse")
        heading: true
        level: KioskText.Heading
    }

    Flow {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            model: start.keys.length

            KioskChip {
                required property int index

                objectName: `find.browse.${start.keys[index]}`
                text: start.words[index]
                iconName: start.icons[index]
                Accessible.role: Accessible.Button
                Accessible.checkable: false
                onClicked: start.find.browse(start.keys[index])
            }
        }
    }
}
