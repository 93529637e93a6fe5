pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The sections' tabs, 8 px over one another; where they do not fit, they lose their icons, then the room
// beside their words, and only then are long words cut short.
Item {
    id: tabs

    required property ShellViewModel shell
    property real room: 0

    readonly property var looks: ({
            "find": ["search", qsTrId("section.find")],
            "ask": ["ask", qsTrId("section.ask")],
            "borrow": ["card", qsTrId("section.borrow")],
            "return": ["return", qsTrId("section.return")]
        })
    readonly property real iconRoom: Theme.px(42) * shell.sections.length
    readonly property real airRoom: Theme.px(31) * shell.sections.length
    readonly property bool iconless: full.implicitWidth > room
    readonly property bool snug: full.implicitWidth - iconRoom > room
    readonly property real share: Math.min(1, room / Math.max(1, full.implicitWidth - iconRoom - airRoom))

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.px(86)
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTrId("section.list")

    // The width that all tabs would take with icon and words.
    Row {
        id: full

        visible: false
        spacing: -Theme.px(8)

        Repeater {
            model: tabs.shell.sections

            KioskGuideTab {
                required property string modelData

                iconName: tabs.looks[modelData]?.[0] ?? ""
                text: tabs.looks[modelData]?.[1] ?? ""
            }
        }
    }

    Row {
        id: row

        spacing: -Theme.px(8)

        Repeater {
            model: tabs.shell.sections

            KioskGuideTab {
                required property string modelData

                objectName: `tab.${modelData}`
                z: current ? 1 : 0
                height: tabs.height
                section: modelData
                iconName: tabs.iconless ? "" : tabs.looks[modelData]?.[0] ?? ""
                text: tabs.looks[modelData]?.[1] ?? ""
                snug: tabs.snug
                width: tabs.snug ? Math.floor(implicitWidth * tabs.share) : implicitWidth
                current: tabs.shell.section === modelData
                onClicked: tabs.shell.openSection(modelData)
            }
        }
    }
}
