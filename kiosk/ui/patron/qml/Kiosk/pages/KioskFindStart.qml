pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Ways to look around without typing.
Column {
    id: start

    required property FindViewModel find

    // Rows fill a standing page; lying, or above the keyboard in low reach, there is room for a line of chips.
    readonly property bool listed: Theme.portrait && !Theme.lowReach
    readonly property list<string> keys: ["new", "popular", "subjects", "authors", "shelf"]
    readonly property list<string> icons: ["star", "people", "a-z", "person", "shelf"]
    readonly property list<string> words: [qsTrId("browse.new"), qsTrId("browse.popular"), qsTrId("browse.subjects"), qsTrId("browse.authors"), qsTrId("browse.shelf")]

    spacing: Theme.px(20)

    KioskText {
        text: qsTrId("find.browse")
        heading: true
        level: KioskText.Heading
    }

    KioskCard {
        width: parent.width
        visible: start.listed
        implicitHeight: rows.height
        lift: 3

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: start.listed ? start.keys.length : 0

                KioskFindWay {
                    required property int index

                    objectName: `find.browse.${start.keys[index]}`
                    width: rows.width
                    text: start.words[index]
                    sign: start.icons[index]
                    ruled: index < start.keys.length - 1
                    onClicked: start.find.browse(start.keys[index])
                }
            }
        }
    }

    Flow {
        width: parent.width
        visible: !start.listed
        spacing: Theme.px(16)

        Repeater {
            model: start.listed ? 0 : start.keys.length

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
