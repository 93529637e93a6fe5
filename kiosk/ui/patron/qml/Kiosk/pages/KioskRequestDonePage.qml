pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The number of what was asked, in the largest type, and how to ask for it later.
KioskPage {
    id: page

    required property RequestViewModel request

    name: qsTrId("requests.done.title")
    firstFocus: paper

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    Flickable {
        id: content

        objectName: "request.content"
        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Column {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: Math.max(Theme.px(48), Math.round((content.height - height) * 0.3))
            width: Math.min(content.width - 2 * Theme.px(40), Theme.px(1000))
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: page.name
                heading: true
                level: KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: page.request.numberKind
                level: KioskText.Heading
                secondary: true
            }

            KioskCard {
                width: parent.width
                implicitHeight: number.height + Theme.px(80)
                lift: 6
                marginLine: Theme.px(48)

                KioskText {
                    id: number

                    objectName: "request.number"
                    x: Theme.px(80)
                    y: Theme.px(40)
                    width: parent.width - x - Theme.px(32)
                    text: page.request.number
                    level: KioskText.Poster
                    font.family: Theme.mono
                    font.letterSpacing: 0
                    wrapMode: Text.WrapAnywhere
                }
            }

            KioskText {
                objectName: "request.expect"
                width: parent.width
                visible: text !== ""
                text: page.request.expect
                level: KioskText.Heading
                wrapMode: Text.WordWrap
            }

            KioskText {
                objectName: "request.how"
                width: parent.width
                text: page.request.how
                level: Theme.largeText ? KioskText.Body : KioskText.Row
                wrapMode: Text.WordWrap
                bottomPadding: Theme.px(8)
            }

            Flow {
                width: parent.width
                spacing: Theme.px(16)

                KioskButton {
                    id: paper

                    objectName: "request.print"
                    kind: KioskButton.Primary
                    width: Math.min(parent.width, Theme.px(472))
                    enabled: page.request.paper === "" || page.request.paper === "failed"
                    text: qsTrId("requests.print")
                    iconName: "print"
                    onClicked: page.request.printNumber()
                }

                KioskButton {
                    objectName: "request.leave"
                    compact: false
                    width: Math.min(parent.width, Theme.px(320))
                    text: qsTrId("form.done")
                    iconName: "check"
                    onClicked: page.request.leave()
                }
            }

            KioskText {
                objectName: "request.paperNote"
                width: parent.width
                visible: text !== ""
                text: page.request.paperNote
                color: page.request.paper === "failed" ? Theme.stop : Theme.ink2
                wrapMode: Text.WordWrap
            }
        }
    }
}
