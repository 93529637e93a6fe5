pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The first screen: three guide cards and the shelf of new books on the dock.
KioskPage {
    id: page

    required property HomeViewModel home
    required property ShellViewModel shell

    name: qsTrId("home.question")

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskHomeHeader {
        id: header

        width: parent.width
        shell: page.shell
    }

    KioskHomeGreeting {
        id: greeting

        x: Theme.px(48)
        y: Theme.px(Theme.largeText ? 138 : Theme.portrait ? 145 : 132)
        width: parent.width - 2 * x
    }

    Loader {
        id: cards

        x: Math.max(Theme.px(48), Math.round((parent.width - Theme.px(Theme.portrait ? 984 : 1824)) / 2))
        y: greeting.y + greeting.height + Theme.px(!Theme.portrait ? 106 : 103)
        width: parent.width - 2 * x
        height: shelf.y - y
        sourceComponent: Theme.portrait ? standing : lying
    }

    Component {
        id: standing

        KioskHomePortrait {
            home: page.home
        }
    }

    Component {
        id: lying

        KioskHomeLandscape {
            home: page.home
        }
    }

    KioskHomeShelf {
        id: shelf

        y: parent.height - height
        width: parent.width
        home: page.home
        shell: page.shell
    }
}
