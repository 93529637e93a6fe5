pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// What somebody asks of the library, in its own fields; with a card the answer comes to the account.
KioskPage {
    id: page

    required property RequestViewModel request

    readonly property bool cramped: height < Theme.px(700) // the keys have taken the room
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(Theme.landscape ? 1240 : 1000))
    readonly property bool ofTitle: request.kind < 2

    name: request.title
    firstFocus: content

    StackView.onActivated: Qt.callLater(form.beginTyping)

    Connections {
        target: page.request

        function onRefilled(): void {
            form.refill();
        }

        function onChanged(): void {
            if (page.StackView.status === StackView.Active)
                Qt.callLater(form.seekTrouble);
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
            y: Theme.px(page.cramped ? 20 : Theme.landscape ? 40 : 56)
            width: page.column
            spacing: Theme.px(page.cramped ? 12 : 24)

            KioskText {
                objectName: "request.title"
                width: parent.width
                text: page.name
                heading: true
                level: page.cramped ? KioskText.Heading : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: !page.cramped
                text: page.request.why
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskSegments {
                objectName: "request.kind"
                width: Math.min(parent.width, Theme.px(1000))
                visible: page.ofTitle && !page.cramped
                name: qsTrId("requests.kind")
                labels: [qsTrId("requests.purchase.short"), qsTrId("requests.interlibrary_loan.short")]
                currentIndex: page.request.kind
                onChosen: index => page.request.choose(index)
            }

            KioskFormFields {
                id: form

                view: content
                width: parent.width
                fields: page.request.fields
                group: "request"
                goText: qsTrId("requests.send")
                paired: Theme.landscape && !Theme.largeText && page.ofTitle
                onTyped: (name, text) => page.request.type(name, text)
                onFinished: page.request.send()
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: page.request.card
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskTextLink {
                objectName: "request.card"
                visible: page.request.card === ""
                width: Math.min(implicitWidth, parent.width)
                text: qsTrId("requests.use_card")
                iconName: "card"
                color: Theme.highContrast ? Theme.link : Theme.askText
                onClicked: page.request.useCard()
            }

            KioskSignInNotice {
                objectName: "request.failure"
                width: parent.width
                visible: text !== ""
                text: page.request.failure
            }

            KioskAnswerChannels {
                objectName: "request.channels"
                width: parent.width
                model: page.request.channels
            }

            KioskButton {
                objectName: "request.send"
                kind: KioskButton.Primary
                big: true
                enabled: !page.request.busy
                width: Math.min(parent.width, Theme.px(472))
                text: qsTrId("requests.send")
                iconName: "mail"
                onClicked: page.request.send()
            }
        }
    }
}
