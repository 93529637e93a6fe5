import QtQuick
import Kiosk

// A tab of the header: the current one is taller and wears its section's colour.
KioskPressable {
    id: tab

    property string section: "find"
    property string iconName
    property bool current: false
    property bool snug: false // less room beside the word

    readonly property color inkNow: current ? Theme.secInk : Theme.ink

    deadX: Theme.px(12) // tabs lie 8 px over one another
    implicitHeight: Theme.px(86)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.px(snug ? 22 : 37)
    rightPadding: Theme.px(snug ? 22 : 38)
    topPadding: 0
    bottomPadding: 0
    ringInside: true
    Accessible.role: Accessible.PageTab
    Accessible.checkable: true
    Accessible.checked: current

    background: Item {
        KioskTabShape {
            y: tab.current ? 0 : Theme.px(6)
            width: parent.width
            height: parent.height - y
            fill: tab.current ? Theme.sectionFill(tab.section) : tab.down ? Theme.sunk : Theme.card
            frame: tab.current ? "transparent" : Theme.line
            frameWidth: Theme.highContrast ? Theme.hairline : 1.5 * Theme.s

            Behavior on fill {
                enabled: !Theme.reducedMotion
                ColorAnimation {
                    duration: 150
                }
            }
        }
    }

    contentItem: KioskLabel {
        text: tab.text
        iconName: tab.iconName
        iconSize: Theme.px(30)
        gap: Theme.px(12)
        color: tab.inkNow
        weight: tab.current ? Font.Bold : Font.DemiBold
        centred: true
    }
}
