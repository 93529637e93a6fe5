pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// A title: what it is, until when it would be yours, its copies, the way to it, and what stands beside it.
KioskPage {
    id: page

    required property RecordViewModel record

    readonly property bool lying: !Theme.portrait && !Theme.largeText
    readonly property real edge: lying ? Theme.px(40) : Math.max(Theme.px(24), Math.round((width - Theme.px(1032)) / 2))
    readonly property real gap: Theme.px(28)
    // On a standing screen the shelf's labels still stand whole above the dock with three copies.
    readonly property real between: Theme.px(lying ? 24 : 14)
    readonly property real leftWidth: lying ? Math.floor((width - 2 * edge - gap) * 0.5) : width - 2 * edge

    readonly property bool asked: record.qr !== "" || record.holding.dialog !== ""

    onAskedChanged: {
        if (!asked)
            return;
        // A dialog covers header and dock too.
        dialogs.parent = page.StackView.view?.parent ?? page;
        dialogs.active = true;
    }

    name: record.title === "" ? qsTrId("record.page") : record.title
    ownLanguage: record.language
    firstFocus: flick

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskText {
        x: page.edge
        y: Theme.px(48)
        width: parent.width - 2 * x
        visible: page.record.trouble !== ""
        text: page.record.trouble
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Flickable {
        id: flick

        objectName: "record.flick"
        anchors.fill: parent
        visible: page.record.key !== ""
        enabled: !page.asked
        contentHeight: rest.y + rest.height
        clip: true

        Connections {
            target: page.record

            function onRecordReplaced(): void {
                flick.contentY = 0;
            }
        }

        Column {
            id: left

            x: page.edge
            y: page.between
            width: page.leftWidth
            spacing: page.between

            KioskRecordCard {
                width: parent.width
                record: page.record
            }

            KioskRecordHeld {
                width: parent.width
                holding: page.record.holding
            }

            KioskRecordCopies {
                width: parent.width
                record: page.record
            }
        }

        Column {
            id: right

            x: page.lying ? left.x + left.width + page.gap : page.edge
            y: page.lying ? left.y : left.y + left.height + Theme.px(16)
            width: page.lying ? parent.width - x - page.edge : page.leftWidth
            spacing: Math.max(page.between, Theme.px(16))

            KioskRecordMap {
                width: parent.width
                place: page.record.map
            }

            KioskRecordButtons {
                width: parent.width
                record: page.record
            }

            KioskRecordShelf {
                width: parent.width
                visible: page.lying && filled
                edge: 0
                record: page.record
            }
        }

        Column {
            id: rest

            y: Math.max(left.y + left.height, right.y + right.height) + Theme.px(16)
            width: parent.width

            KioskRecordShelf {
                width: parent.width
                visible: !page.lying && filled
                edge: page.edge + Theme.px(16)
                record: page.record
            }

            KioskRecordMore {
                width: parent.width
                edge: page.edge + Theme.px(page.lying ? 0 : 16)
                record: page.record
            }
        }
    }

    Loader {
        id: dialogs

        anchors.fill: parent
        z: 50
        active: false

        sourceComponent: KioskRecordDialogs {
            record: page.record
        }
    }
}
