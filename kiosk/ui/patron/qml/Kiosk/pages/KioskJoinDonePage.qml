pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The new card: its number and barcode, until when it is good, what to bring, and the ways on.
KioskPage {
    id: page

    required property JoinViewModel join

    readonly property bool beside: Theme.landscape && !Theme.largeText
    readonly property real whole: Math.min(width - 2 * Theme.px(40), Theme.px(beside ? 1640 : 1000))

    name: join.name
    firstFocus: begin.visible ? begin : leave

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    Flickable {
        id: content

        objectName: "join.content"
        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Grid {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: page.beside ? Math.max(Theme.px(40), Math.round((content.height - height) * 0.4)) : Theme.px(64)
            width: page.whole
            columns: page.beside ? 2 : 1
            columnSpacing: Theme.px(72)
            rowSpacing: Theme.px(40)

            KioskJoinCard {
                width: page.beside ? Math.round(page.whole * 0.46) : parent.width
                join: page.join
            }

            Column {
                width: page.beside ? page.whole - Math.round(page.whole * 0.46) - Theme.px(72) : parent.width
                spacing: Theme.px(20)

                KioskText {
                    objectName: "join.welcome"
                    width: parent.width
                    text: page.join.name
                    heading: true
                    level: KioskText.Display
                    wrapMode: Text.WordWrap
                }

                KioskText {
                    width: parent.width
                    text: qsTrId("join.done.note")
                    level: KioskText.Heading
                    wrapMode: Text.WordWrap
                }

                KioskText {
                    width: parent.width
                    text: qsTrId("join.bring")
                    secondary: true
                    wrapMode: Text.WordWrap
                    bottomPadding: Theme.px(12)
                }

                KioskButton {
                    id: begin

                    objectName: "join.begin"
                    visible: text !== ""
                    kind: KioskButton.Primary
                    big: true
                    width: parent.width
                    text: page.join.beginText
                    iconName: "arrow"
                    onClicked: page.join.begin()
                }

                Flow {
                    width: parent.width
                    spacing: Theme.px(16)

                    KioskButton {
                        objectName: "join.print"
                        visible: page.join.bars !== ""
                        compact: false
                        width: Math.floor((parent.width - Theme.px(16)) / 2)
                        enabled: page.join.paper === "" || page.join.paper === "failed"
                        text: qsTrId("answer.print")
                        iconName: "print"
                        onClicked: page.join.printCard()
                    }

                    KioskButton {
                        id: leave

                        objectName: "join.leave"
                        compact: false
                        width: Math.floor((parent.width - Theme.px(16)) / 2)
                        text: qsTrId("form.done")
                        iconName: "check"
                        onClicked: page.join.leave()
                    }
                }

                KioskText {
                    objectName: "join.paperNote"
                    width: parent.width
                    visible: text !== ""
                    text: page.join.paperNote
                    color: page.join.paper === "failed" ? Theme.stop : Theme.ink2
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
