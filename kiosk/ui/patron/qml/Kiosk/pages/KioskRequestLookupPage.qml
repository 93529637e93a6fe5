pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// How far a request is, by its number alone.
KioskPage {
    id: page

    required property RequestViewModel request

    readonly property bool cramped: height < Theme.px(700) // the keys have taken the room
    readonly property bool found: request.foundKind !== ""

    name: qsTrId("requests.lookup.title")
    firstFocus: content

    StackView.onActivated: if (!page.found)
        Qt.callLater(form.beginTyping)
    onFoundChanged: if (found)
        content.forceActiveFocus(Qt.OtherFocusReason)

    Connections {
        target: page.request

        function onRefilled(): void {
            form.refill();
        }
    }

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
            y: Theme.px(page.cramped ? 20 : Theme.landscape ? 40 : 72)
            width: Math.min(content.width - 2 * Theme.px(40), Theme.px(1000))
            spacing: Theme.px(page.cramped ? 12 : 24)

            KioskText {
                width: parent.width
                text: page.name
                heading: true
                level: page.cramped ? KioskText.Heading : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: !page.cramped
                text: qsTrId("requests.lookup.why")
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskFormFields {
                id: form

                view: content
                width: Math.min(parent.width, Theme.px(760))
                fields: page.request.lookup
                group: "request"
                goText: qsTrId("requests.lookup.go")
                onTyped: (name, text) => page.request.typeNumber(text)
                onFinished: page.request.giveNumber()
            }

            KioskSignInNotice {
                width: parent.width
                visible: text !== ""
                text: page.request.lookupFailure
            }

            KioskButton {
                objectName: "request.ask"
                kind: KioskButton.Primary
                visible: !page.found && !page.cramped
                enabled: !page.request.looking
                width: Math.min(parent.width, Theme.px(472))
                text: qsTrId("requests.lookup.go")
                iconName: "search"
                onClicked: page.request.giveNumber()
            }

            KioskCard {
                objectName: "request.found"
                width: parent.width
                visible: page.found
                implicitHeight: told.height + Theme.px(72)
                lift: 6
                marginLine: Theme.px(48)

                Column {
                    id: told

                    x: Theme.px(80)
                    y: Theme.px(36)
                    width: parent.width - x - Theme.px(32)
                    spacing: Theme.px(16)

                    KioskText {
                        width: parent.width
                        text: page.request.foundKind
                        level: KioskText.Title
                        heading: true
                        wrapMode: Text.WordWrap
                    }

                    KioskStateChip {
                        text: page.request.foundState
                        tone: page.request.foundTone
                    }

                    KioskText {
                        width: parent.width
                        text: page.request.foundNext
                        level: KioskText.Heading
                        wrapMode: Text.WordWrap
                    }

                    KioskText {
                        width: parent.width
                        visible: text !== ""
                        text: page.request.foundAnswer
                        wrapMode: Text.WordWrap
                    }

                    KioskText {
                        width: parent.width
                        text: page.request.foundDates
                        secondary: true
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }
}
