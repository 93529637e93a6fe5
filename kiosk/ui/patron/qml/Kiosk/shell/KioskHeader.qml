pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The band above every page but home: name and clock, and the tabs of the sections on their line.
Rectangle {
    id: header

    required property ShellViewModel shell

    readonly property bool tabsHere: !Theme.lowReach
    readonly property real nameEnd: library.visible ? library.x + library.width : logo.x + logo.width

    implicitHeight: Theme.headerHeight
    color: Theme.sunk

    KioskLibraryLogo {
        id: logo

        x: Theme.px(40)
        y: Math.round((Theme.portrait ? Theme.px(90) : header.height - Theme.sectionStroke - Theme.px(2)) / 2 - height / 2) + Theme.px(Theme.portrait ? 0 : 3)
        small: true
        ground: Theme.sunk
        look: header.shell.look
    }

    KioskLibraryName {
        id: library

        objectName: "header.library"
        anchors.left: logo.right
        anchors.leftMargin: Theme.px(16)
        anchors.verticalCenter: logo.verticalCenter
        visible: header.shell.look.nameBeside && !Theme.logoOnly && !(Theme.landscape && (truncated || Theme.largeText && natural > room))
        large: KioskText.Body
        room: Theme.portrait ? clock.x - x - Theme.px(24) : Theme.px(420)
        text: header.shell.library
    }

    Row {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(40)
        anchors.verticalCenter: logo.verticalCenter
        spacing: Theme.px(14)

        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.largeText && !Theme.narrow
            text: header.shell.openShort
            level: KioskText.Caption
            secondary: true
        }

        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            text: header.shell.time
            font.weight: Font.Bold
        }
    }

    Loader {
        active: header.tabsHere
        x: Theme.portrait ? Theme.px(24) : Math.max(header.nameEnd + Theme.px(24), Math.min(Theme.px(560), clock.x - width - Theme.px(24)))
        y: header.height - height - Theme.sectionStroke

        sourceComponent: KioskTabs {
            shell: header.shell
            room: Theme.portrait ? header.width - 2 * Theme.px(24) : clock.x - header.nameEnd - Theme.px(48)
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.sectionStroke
        color: header.shell.section === "" ? Theme.line : Theme.sectionFill(header.shell.section)

        Behavior on color {
            enabled: !Theme.reducedMotion

            ColorAnimation {
                duration: 150
            }
        }
    }
}
