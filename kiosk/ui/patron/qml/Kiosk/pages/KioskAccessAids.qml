pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What helps with reading and reaching, each on or off, and its key.
KioskCard {
    id: aids

    required property ShellViewModel shell
    required property NarrationViewModel narration

    readonly property list<string> names: ["largeText", "reducedMotion", "lowReach"]
    readonly property list<bool> switched: [shell.largeText, shell.reducedMotion, shell.lowReach]
    readonly property list<string> keys: [narration.largeTextKey, narration.reducedMotionKey, narration.lowReachKey]

    function withKey(note: string, key: string): string {
        return key === "" ? note : `${note} ${key}`;
    }

    implicitHeight: inner.height + Theme.px(28 + 12)
    lift: 6

    Column {
        id: inner

        x: Theme.px(36)
        y: Theme.px(28)
        width: parent.width - 2 * x

        KioskText {
            text: qsTrId("access.aids")
            level: KioskText.Heading
            heading: true
        }

        Repeater {
            model: aids.names

            KioskSwitch {
                required property string modelData
                required property int index

                objectName: `access.${modelData}`
                width: inner.width
                text: qsTrId(`access.${modelData}`)
                note: aids.withKey(qsTrId(`access.${modelData}.note`), aids.keys[index])
                on: aids.switched[index]
                stateText: on ? qsTrId("access.on") : qsTrId("access.off")
                ruled: index < aids.names.length - 1
                onClicked: aids.shell.toggle(modelData)
            }
        }
    }
}
