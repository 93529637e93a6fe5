pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Other contact details: what the library knows stands in the fields; staff confirm what is changed.
KioskPage {
    id: page

    required property SettingsContactViewModel contact

    readonly property bool cramped: height < Theme.px(700) // the keys have taken the room
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(Theme.landscape ? 1240 : 1000))

    name: qsTrId("contact.title")
    firstFocus: content

    Connections {
        target: page.contact

        function onRefilled(): void {
            form.refill();
        }

        function onTroubled(): void {
            Qt.callLater(form.seekTrouble);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    Flickable {
        id: content

        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height

        Column {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: Theme.px(page.cramped ? 20 : Theme.landscape ? 24 : 56)
            width: page.column
            spacing: Theme.px(Theme.landscape ? 16 : 24)

            KioskText {
                width: parent.width
                text: page.name
                heading: true
                level: Theme.largeText || Theme.landscape || page.cramped ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                text: qsTrId("contact.why")
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskStateChip {
                width: Math.min(implicitWidth, parent.width)
                visible: text !== ""
                tone: KioskStateChip.Wait
                text: page.contact.pending
            }

            KioskSettingsWaiting {
                width: parent.width
                visible: !page.contact.loaded
                failure: page.contact.trouble
                onAgainWanted: page.contact.readAgain()
            }

            KioskFormFields {
                id: form

                view: content
                width: parent.width
                visible: page.contact.loaded
                fields: page.contact.fields
                group: "contact"
                goText: qsTrId("contact.send.short")
                paired: Theme.landscape && !Theme.largeText
                onTyped: (name, text) => page.contact.type(name, text)
                onFinished: page.contact.send()
            }

            KioskSignInNotice {
                width: parent.width
                visible: text !== "" && page.contact.loaded
                text: page.contact.trouble
            }

            KioskButton {
                objectName: "contact.send"
                kind: KioskButton.Primary
                big: true
                visible: page.contact.loaded
                enabled: !page.contact.busy
                width: Math.min(parent.width, Math.max(implicitWidth, Theme.px(472)))
                text: page.contact.busy ? qsTrId("contact.sending") : qsTrId("contact.send")
                iconName: "arrow"
                onClicked: page.contact.send()
            }
        }
    }
}
