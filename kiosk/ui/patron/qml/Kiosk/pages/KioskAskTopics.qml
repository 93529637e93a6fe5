pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The topics as chips, one of them chosen or none.
Flow {
    id: topics

    property alias model: chips.model
    property bool choosable: true
    readonly property real widest: children.reduce((most, chip) => Math.max(most, chip.implicitWidth), 0)

    signal chosen(key: string)

    spacing: Theme.px(16)

    Repeater {
        id: chips

        KioskChip {
            required property string topicKey
            required property string topicName
            required property string topicIcon
            required property bool topicSelected

            objectName: `ask.topic.${topicKey}`
            text: topicName
            iconName: topicIcon
            selected: topicSelected
            removable: topicSelected
            Accessible.role: topics.choosable ? Accessible.CheckBox : Accessible.Button
            Accessible.checkable: topics.choosable
            onClicked: topics.chosen(topicKey)
        }
    }
}
