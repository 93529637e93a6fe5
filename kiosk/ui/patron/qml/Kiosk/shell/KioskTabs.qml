pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The sections' tabs, 8 px over one another; where they do not fit, they lose their icons, then the room
// beside their words, then the account its word, and only then are long words cut short.
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
    readonly property bool brief: full.implicitWidth - iconRoom - airRoom > room
    readonly property real least: brief ? shortest.implicitWidth : full.implicitWidth - iconRoom - airRoom
    readonly property real share: Math.min(1, room / Math.max(1, least))

    function briefly(section: string): string {
        return section === "borrow" ? qsTrId("section.borrow.short") : looks[section]?.[1] ?? "";
    }

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

    // The least that all would take, in their shortest words.
    Row {
        id: shortest

        visible: false
        spacing: -Theme.px(8)

        Repeater {
            model: tabs.shell.sections

            KioskGuideTab {
                required property string modelData

                text: tabs.briefly(modelData)
                snug: true
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
                text: tabs.brief ? tabs.briefly(modelData) : tabs.looks[modelData]?.[1] ?? ""
                Accessible.name: tabs.looks[modelData]?.[1] ?? ""
                snug: tabs.snug
                width: tabs.snug ? Math.floor(implicitWidth * tabs.share) : implicitWidth
                current: tabs.shell.section === modelData
                onClicked: tabs.shell.openSection(modelData)
            }
        }
    }
}
