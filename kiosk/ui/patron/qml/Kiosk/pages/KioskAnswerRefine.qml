pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What the answer depends on: a row of chips, the rest of them on demand. The chosen one is always in sight,
// and so is a whole week where there is room: a day is looked for among the others.
Column {
    id: group

    required property AnswerViewModel answer
    required property string groupKey
    required property string groupPrompt
    property bool expanded: false
    property bool spacious: false // little else is asked for

    readonly property real gap: Theme.px(16)
    readonly property bool whole: spacious && groupKey === "day"
    readonly property int fitting: whole ? chips.count : count()

    spacing: Theme.px(10)

    // How many chips from the first on fit into one row, beside the chosen one and the way to the rest.
    function count(): int {
        let whole = -gap;
        let chosen = -1;
        for (let i = 0; i < chips.count; i++) {
            const chip = chips.itemAt(i) as KioskChip;
            whole += gap + (chip?.implicitWidth ?? 0);
            if (chip?.selected)
                chosen = i;
        }
        if (whole <= width)
            return chips.count;
        const far = (chips.itemAt(chosen) as KioskChip)?.implicitWidth ?? 0;
        let room = width - more.implicitWidth;
        for (let i = 0; i < chips.count; i++) {
            room -= (chips.itemAt(i)?.implicitWidth ?? 0) + gap;
            if (room < (chosen > i ? far + gap : 0))
                return i;
        }
        return chips.count;
    }

    KioskText {
        width: parent.width
        text: group.groupPrompt
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
    }

    Flow {
        width: parent.width
        spacing: group.gap

        Repeater {
            id: chips

            model: group.answer.chipsOf(group.groupKey)

            KioskChip {
                required property int index
                required property string chipValue
                required property string chipLabel
                required property bool chipSelected

                objectName: `answer.refine.${group.groupKey}.${chipValue}`
                visible: group.expanded || index < group.fitting || selected
                text: chipLabel
                selected: chipSelected
                onClicked: group.answer.refine(group.groupKey, chipValue)
            }
        }

        KioskChip {
            id: more

            objectName: `answer.refine.${group.groupKey}.more`
            visible: group.fitting < chips.count
            text: group.expanded ? qsTrId("answer.fewer") : qsTrId("answer.more")
            iconName: group.expanded ? "up" : "down"
            fill: "transparent"
            Accessible.role: Accessible.Button
            Accessible.checkable: false
            onClicked: group.expanded = !group.expanded
        }
    }
}
