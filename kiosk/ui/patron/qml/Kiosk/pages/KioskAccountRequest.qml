pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One request: what for, under which number, how far it is, what staff wrote, and taking it back.
Item {
    id: row

    required property AccountPostViewModel post
    required property string requestNumber
    required property string requestKind
    required property string requestAbout
    required property string requestMeta
    required property string requestState
    required property int requestTone
    required property string requestStep
    required property string requestAnswer
    required property bool requestOpen
    required property bool requestBusy
    required property string requestButtonName

    readonly property bool below: width < Theme.px(820) || Theme.largeText // no room side by side

    implicitHeight: Math.max(what.height, below ? 0 : how.height) + (below ? how.height + Theme.px(12) : 0) + Theme.px(32)
    height: implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: [requestKind, requestAbout, requestMeta, requestState, requestStep, requestAnswer].filter(part => part !== "").join(", ")

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Column {
        id: what

        y: Theme.px(16)
        width: row.below ? row.width - back.width - Theme.px(16) : how.x - Theme.px(24)
        spacing: Theme.px(4)

        KioskText {
            width: parent.width
            text: row.requestKind
            heading: true
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: row.requestAbout
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            text: row.requestMeta
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }
    }

    Column {
        id: how

        x: row.below ? 0 : Math.round(row.width * 0.508)
        y: row.below ? what.y + what.height + Theme.px(12) : Theme.px(16)
        width: (row.below ? row.width : back.x - Theme.px(16)) - x
        spacing: Theme.px(4)

        KioskStateChip {
            width: Math.min(implicitWidth, parent.width)
            text: row.requestState
            tone: row.requestTone
        }

        KioskText {
            width: parent.width
            text: row.requestStep
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: row.requestAnswer
            level: KioskText.Caption
            wrapMode: Text.Wrap
        }
    }

    KioskButton {
        id: back

        objectName: `account.withdraw.${row.requestNumber}`
        x: row.width - width
        y: Theme.px(16)
        width: row.requestOpen ? Theme.px(80) : 0
        leftPadding: Theme.px(24)
        rightPadding: Theme.px(24)
        visible: row.requestOpen
        enabled: !row.requestBusy
        iconName: "close"
        Accessible.name: row.requestButtonName
        onClicked: row.post.withdraw(row.requestNumber)
    }
}
