pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The sections' tabs, 8 px over one another; where they do not fit, all but the current one lose their icons,
// then their words.
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
    readonly property int fit: full.implicitWidth <= room ? 0 : full.implicitWidth - iconRoom <= room ? 1 : 2
    readonly property real iconRoom: Theme.px(42) * (shell.sections.length - 1)

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.px(92)
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTrId("section.list")

    // The width that all tabs would take with icon and words.
    Row {
        id: full

        visible: false
        spacing: -Theme.px(4)

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

        spacing: -Theme.px(4)

        Repeater {
            model: tabs.shell.sections

            KioskGuideTab {
                required property string modelData

                objectName: `tab.${modelData}`
                z: current ? 1 : 0
                height: tabs.height
                section: modelData
                iconName: tabs.fit === 0 || current || tabs.fit === 2 ? tabs.looks[modelData]?.[0] ?? "" : ""
                text: tabs.looks[modelData]?.[1] ?? ""
                wordless: tabs.fit === 2 && !current
                current: tabs.shell.section === modelData
                onClicked: tabs.shell.openSection(modelData)
            }
        }
    }
}
