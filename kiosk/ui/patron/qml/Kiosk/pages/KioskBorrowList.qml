pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Everything laid on the reader, the newest on top; a new one pushes the others down.
Item {
    id: list

    required property BorrowViewModel borrow
    readonly property real side: rows.side
    readonly property int count: rows.count

    clip: true

    KioskSignInNotice {
        id: notice

        x: rows.side
        y: Theme.px(8)
        width: parent.width - 2 * x
        visible: text !== ""
        text: list.borrow.notice
    }

    ListView {
        id: rows

        readonly property real side: Math.max(Theme.px(24), (list.width - Theme.px(Theme.portrait ? 1032 : 1400)) / 2)

        objectName: "borrow.rows"
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile; the next is there for keys
        displayMarginBeginning: Theme.px(240)
        displayMarginEnd: Theme.px(240)
        x: side
        y: notice.visible ? notice.y + notice.height + Theme.px(16) : 0
        width: parent.width - 2 * side
        height: parent.height - y
        topMargin: Theme.px(4)
        bottomMargin: Theme.px(24)
        spacing: Theme.px(20)
        model: list.borrow.rows
        Accessible.role: Accessible.List
        Accessible.name: list.borrow.count

        delegate: KioskBorrowRow {
            width: rows.width
            borrow: list.borrow
        }

        add: Transition {
            NumberAnimation {
                property: "opacity"
                from: 0
                to: 1
                duration: Theme.duration(200)
            }
        }

        displaced: Transition {
            NumberAnimation {
                properties: "y"
                duration: Theme.duration(200)
                easing.type: Easing.OutCubic
            }
            // A row overtaken by the next one while it came in still comes in whole.
            NumberAnimation {
                property: "opacity"
                to: 1
                duration: Theme.duration(200)
            }
        }
    }

    Column {
        x: Theme.px(40)
        y: Theme.px(24)
        width: parent.width - 2 * x
        visible: rows.count === 0 && !notice.visible
        spacing: Theme.px(8)

        Repeater {
            model: [qsTrId("borrow.empty"), qsTrId("borrow.cards.hint")]

            KioskText {
                required property string modelData

                width: parent?.width ?? 0
                text: modelData
                secondary: true
                wrapMode: Text.WordWrap
            }
        }
    }
}
