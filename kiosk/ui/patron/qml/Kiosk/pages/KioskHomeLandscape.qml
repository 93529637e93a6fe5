import QtQuick
import Kiosk
import Kiosk.Desk

// The three guide cards beside one another; below 1800 units they share the width 40 : 30 : 30.
Item {
    id: cards

    required property HomeViewModel home

    readonly property real gap: Theme.px(28)
    readonly property real cardHeight: height - Theme.px(24)
    readonly property real shared: width - 2 * gap
    readonly property real findWidth: Math.round(Theme.narrow ? shared * 0.4 : shared * 748 / 1768)
    readonly property real askWidth: Math.round(Theme.narrow ? shared * 0.3 : shared * 512 / 1768)

    KioskHomeCard {
        id: find

        width: cards.findWidth
        height: cards.cardHeight
        section: "find"
        title: qsTrId("section.find")
        iconName: "search"
        tabX: Theme.px(32)
        onOpened: cards.home.find()

        KioskHomeFind {
            x: Theme.px(36)
            y: Theme.px(29)
            width: parent.width - 2 * x
            home: cards.home
            lines: Theme.largeText ? 2 : 1
            room: cards.cardHeight - Theme.px(10) - y - Theme.px(16)
            counted: !Theme.largeText
        }
    }

    KioskHomeCard {
        id: ask

        x: find.width + cards.gap
        width: cards.askWidth
        height: cards.cardHeight
        section: "ask"
        title: qsTrId("section.ask")
        iconName: "ask"
        marginLine: Theme.px(44)
        onOpened: cards.home.ask()

        KioskHomeAsk {
            x: Theme.highContrast ? Theme.px(36) : Theme.px(62)
            y: Theme.px(8)
            width: parent.width - x - Theme.px(28)
            gap: Theme.px(8)
            home: cards.home
            rows: 4
            room: cards.cardHeight - Theme.px(18)
        }
    }

    KioskHomeCard {
        x: ask.x + ask.width + cards.gap
        width: parent.width - x
        height: cards.cardHeight
        section: "borrow"
        title: qsTrId("section.borrow")
        shortTitle: qsTrId("section.borrow.short")
        iconName: "card"
        visible: cards.home.borrowing
        onOpened: cards.home.borrow()

        KioskHomeBorrow {
            x: Theme.px(24)
            y: Theme.px(8)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.px(16)
            home: cards.home
            stacked: true
        }
    }
}
