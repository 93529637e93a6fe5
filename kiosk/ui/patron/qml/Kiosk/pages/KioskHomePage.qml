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

        x: Theme.px(48)
        y: Theme.px(Theme.largeText ? 138 : Theme.portrait ? 145 : 132)
        width: parent.width - 2 * x
    }

    // In low reach every card begins within reach, and the last ones are scrolled to.
    Flickable {
        id: bed

        readonly property real tabs: Theme.px(!Theme.portrait ? 106 : 103)

        y: Theme.lowReach ? Math.round(parent.height * 0.4) : greeting.y + greeting.height
        width: parent.width
        height: shelf.y - y
        contentHeight: Theme.lowReach ? tabs + (cards.item as KioskHomePortrait)?.natural ?? 0 : height
        interactive: contentHeight > height
        clip: interactive

        Loader {
            id: cards

            x: Math.max(Theme.px(48), Math.round((parent.width - Theme.px(Theme.portrait ? 984 : 1824)) / 2))
            y: bed.tabs
            width: bed.width - 2 * x
            height: bed.contentHeight - y
            sourceComponent: Theme.portrait ? standing : lying
        }
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
    }
}
