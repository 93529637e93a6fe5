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

    // How else the library is reached stands beside the greeting, or below the cards where it is in reach.
    readonly property bool low: Theme.portrait || Theme.lowReach
    readonly property bool squat: Theme.portrait && !Theme.lowReach && height < Theme.px(1720) // as 800 × 1280 is
    readonly property real edge: Theme.px(48)
    readonly property real cardsEnd: bed.y + bed.tabs + ((cards.item as KioskHomePortrait)?.natural ?? 0) - Theme.px(24)
    readonly property real lowEnd: bed.tabs + ((cards.item as KioskHomePortrait)?.natural ?? 0) // of the cards, on the bed
    readonly property real lowWhole: lowEnd + (channels.visible ? channels.height + Theme.px(23) : 0)
    readonly property real besides: width - 2 * edge - Theme.px(48)

    // Where a section's card lies; nowhere for one that has none.
    function placeOf(section: string): rect {
        const all = (cards.item as Item)?.children ?? [];
        for (let index = 0; index < all.length; index++) {
            const card = all[index] as KioskHomeCard;
            if (card !== null && card.section === section)
                return card.mapToItem(page, Qt.rect(0, 0, card.width, card.height));
        }
        return Qt.rect(0, 0, 0, 0);
    }

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

        welcome: page.shell.look.welcome
        brief: page.squat

        x: Theme.px(48)
        y: Theme.px(Theme.largeText ? 138 : Theme.portrait ? page.low && channels.visible ? 130 : 145 : 132)
        width: parent.width - 2 * x - (!page.low && channels.visible ? channels.width + Theme.px(48) : 0)
    }

    // In low reach the cards lie as low as all of them are in sight; what else there is is scrolled to.
    Flickable {
        id: bed

        readonly property real tabs: Theme.px(!Theme.portrait ? 106 : 103)
        readonly property real under: greeting.y + greeting.height

        objectName: "home.bed"
        y: Theme.lowReach ? Math.max(under, Math.min(Math.round(parent.height * 0.4), shelf.y - page.lowWhole)) : under
        width: parent.width
        height: (page.low && !Theme.lowReach && channels.visible ? channels.y - Theme.px(18) : shelf.y) - y
        contentHeight: Theme.lowReach ? page.lowWhole : Math.max(height, page.lowEnd - Theme.px(24))
        interactive: contentHeight > height
        clip: interactive

        Loader {
            id: cards

            x: Math.max(Theme.px(48), Math.round((parent.width - Theme.px(Theme.portrait ? 984 : 1824)) / 2))
            y: bed.tabs
            width: bed.width - 2 * x
            height: bed.height - y
            sourceComponent: Theme.portrait ? standing : lying
        }
    }

    Component {
        id: standing

        KioskHomePortrait {
            home: page.home
            shell: page.shell
            close: channels.visible
            scant: page.squat && (Theme.largeText || channels.height > Theme.px(120))
        }
    }

    Component {
        id: lying

        KioskHomeLandscape {
            home: page.home
        }
    }

    KioskHomeChannels {
        id: channels

        parent: Theme.lowReach ? bed.contentItem : page
        x: page.low ? Math.round((parent.width - width) / 2) : parent.width - page.edge - width
        y: Theme.lowReach ? page.lowEnd : page.low ? Math.min(shelf.y - height - Theme.px(23), Math.round((page.cardsEnd + shelf.y - height) / 2 + Theme.px(4))) : Math.min(greeting.y + Math.round((greeting.height - height) / 2), bed.under + bed.tabs - Theme.px(84 + 16) - height)
        home: page.home
        band: page.low
        room: page.low ? Math.min(parent.width - 2 * page.edge, Theme.px(Theme.portrait ? 984 : 1824)) : page.besides - greeting.leastWidth
        easy: page.low ? room : page.besides - greeting.wholeWidth
    }

    KioskHomeShelf {
        id: shelf

        y: parent.height - height
        width: parent.width
        home: page.home
        bare: page.squat
        lent: page.low && channels.visible ? channels.height + Theme.px(16) : 0
    }

    KioskHomeAttract {
        anchors.fill: parent
        z: 10
        shell: page.shell
    }
}
