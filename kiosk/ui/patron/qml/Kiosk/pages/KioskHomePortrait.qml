import QtQuick
import Kiosk
import Kiosk.Desk

// The three guide cards one below the other, each lying on the one above.
Item {
    id: cards

    required property HomeViewModel home
    required property ShellViewModel shell
    property bool close: false // what stands below takes some of the room
    property bool scant: false // or much of it

    readonly property real natural: (home.borrowing ? borrow.y + borrow.height : ask.y + ask.height) + Theme.px(24)

    KioskHomeCard {
        id: find

        readonly property real natural: Theme.px(396) + (Theme.largeText ? Theme.px(24) : 0)

        width: parent.width
        height: natural
        section: "find"
        title: qsTrId("section.find")
        iconName: "search"
        tabX: Theme.px(35)
        onOpened: cards.home.find()

        // Beside the tab: as low as the first thing to touch, and walked right after it.
        KioskAids {
            x: parent.width - width
            y: -Theme.px(10 + 12) - height
            shell: cards.shell
            room: find.width - find.tabEnd - Theme.px(32)
        }

        KioskHomeFind {
            x: Theme.px(44)
            y: Theme.px(Theme.largeText ? 24 : 29)
            width: parent.width - 2 * x
            home: cards.home
        }
    }

    KioskHomeCard {
        id: ask

        readonly property real natural: Theme.px(110) + questions.rows * Theme.rowHeight

        y: find.y + find.height + Theme.px(4)
        width: parent.width
        height: natural
        section: "ask"
        title: qsTrId("section.ask")
        iconName: "ask"
        marginLine: Theme.px(70)
        onOpened: cards.home.ask()

        KioskHomeAsk {
            id: questions

            x: Theme.highContrast ? Theme.px(44) : Theme.px(94)
            y: Theme.px(10)
            width: parent.width - x - Theme.px(44)
            home: cards.home
            rows: cards.scant ? 2 : 3
        }
    }

    KioskHomeCard {
        id: borrow

        readonly property real natural: Theme.px(Theme.largeText ? 374 : cards.close ? 276 : 300)

        y: ask.y + ask.height + Theme.px(4)
        width: parent.width
        height: natural
        section: "borrow"
        title: qsTrId("section.borrow")
        iconName: "card"
        tabX: Theme.px(35)
        tabRight: true
        visible: cards.home.borrowing
        onOpened: cards.home.borrow()

        KioskHomeBorrow {
            x: Theme.px(45)
            y: Theme.px(26)
            width: parent.width - 2 * x
            height: parent.height - 2 * y
            home: cards.home
        }
    }
}
