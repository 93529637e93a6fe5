pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Past loans, the latest first; a touch on a title opens it.
KioskPage {
    id: page

    required property SettingsHistoryViewModel history

    readonly property real side: Math.max(Theme.px(24), Math.round((width - Theme.px(1240)) / 2))

    name: qsTrId("settings.history")
    firstFocus: list

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ListView {
        id: list

        readonly property real headHeight: headerItem?.height ?? 0
        onHeadHeightChanged: if (contentY < 0) // it is in sight, and grows upwards
            positionViewAtBeginning()

        objectName: "history.list"
        x: page.side - leftMargin
        width: page.width - 2 * x
        height: parent.height
        leftMargin: Theme.px(12) // all around for a focus ring
        rightMargin: leftMargin
        bottomMargin: Theme.px(24)
        clip: true
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        spacing: Theme.px(16)
        boundsBehavior: Flickable.StopAtBounds
        model: page.history.loans

        header: Column {
            width: list.width - 2 * list.leftMargin
            spacing: Theme.px(8)
            topPadding: Theme.px(32)
            bottomPadding: Theme.px(24)

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                text: page.name
                heading: true
                level: Theme.largeText ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: text !== ""
                text: page.history.loaded && page.history.shown === 0 ? qsTrId("history.none") : page.history.count
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskSettingsWaiting {
                x: Theme.px(16)
                width: parent.width - 2 * x
                visible: !page.history.loaded || page.history.failure !== ""
                failure: page.history.failure
                onAgainWanted: page.history.readMore()
            }
        }

        footer: Item {
            width: list.width - 2 * list.leftMargin
            height: page.history.more ? Theme.px(16) + more.height : 0

            KioskButton {
                id: more

                objectName: "history.more"
                y: Theme.px(16)
                visible: page.history.more
                text: qsTrId("history.more")
                iconName: "down"
                onClicked: page.history.readMore()
            }
        }

        delegate: KioskRow {
            id: row

            required property string pastRecord
            required property string pastTitle
            required property string pastAuthor
            required property string pastCover
            required property bool pastSquare
            required property string pastWhen
            required property string pastLanguage

            objectName: `history.title.${pastRecord}`
            width: list.width - 2 * list.leftMargin
            implicitHeight: title.implicitHeight
            carded: true
            enabled: pastRecord !== ""
            iconName: enabled ? "next" : ""
            ownLanguage: pastLanguage
            ownWords: [pastTitle, pastAuthor]
            Accessible.name: [pastTitle, pastAuthor, pastWhen].filter(part => part !== "").join(", ")
            onClicked: page.history.openRecord(pastRecord)

            KioskAccountTitle {
                id: title

                x: Theme.px(24)
                width: parent.width - 2 * x
                height: parent.height
                cover: row.pastCover
                square: row.pastSquare
                text: row.pastTitle
                ownLanguage: row.pastLanguage
                author: [row.pastAuthor, row.pastWhen].filter(part => part !== "").join(" · ")
            }
        }
    }
}
