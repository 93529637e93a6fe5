pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Where should the receipt go? To the address on file, or to one that is typed for it alone.
FocusScope {
    id: panel

    required property BorrowMailViewModel mail

    readonly property bool cramped: height < Theme.px(620) // the keyboard has taken the room
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(1000))
    readonly property real free: height - words.height

    // Qt.callLater: the page gives the focus to this panel first.
    function turnTo(): void {
        if (mail.typing)
            field.beginTyping();
        else if (mail.send !== "")
            known.forceActiveFocus(Qt.OtherFocusReason);
        else
            none.forceActiveFocus(Qt.OtherFocusReason);
    }

    Component.onCompleted: Qt.callLater(turnTo)
    Keys.onEscapePressed: mail.leave()
    Keys.onBackPressed: mail.leave()

    Connections {
        target: panel.mail

        function onChanged(): void {
            if (panel.mail.trouble === "")
                Qt.callLater(panel.turnTo);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    KioskFieldView {
        line: field
        contentHeight: words.y + words.height + Theme.px(24)

        Column {
            id: words

            x: Math.round((panel.width - width) / 2)
            y: panel.cramped ? Theme.px(24) : Theme.lowReach && !panel.mail.typing ? Math.max(Theme.px(72), panel.free - Theme.px(48)) : Math.max(Theme.px(72), Math.round(panel.free * 0.3))
            width: panel.column
            spacing: Theme.px(panel.cramped ? 16 : 24)

            KioskText {
                width: parent.width
                text: panel.mail.order
                heading: true
                level: panel.cramped ? KioskText.Title : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskField {
                id: field

                objectName: "borrow.mail.field"
                visible: panel.mail.typing
                width: parent.width
                iconName: "mail"
                name: qsTrId("borrow.mail.field")
                placeholder: name
                goText: qsTrId("borrow.mail.go")
                inputMethod: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
                maximumLength: 254
                error: panel.mail.trouble
                onAccepted: if (text.trim() !== "" && panel.mail.busy === "")
                    panel.mail.giveAddress(text)
            }

            KioskText {
                width: parent.width
                visible: panel.mail.typing && panel.mail.trouble === ""
                text: qsTrId("borrow.mail.why")
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: text !== ""
                text: panel.mail.busy
                secondary: true
                Accessible.role: Accessible.AlertMessage
            }

            KioskButton {
                id: known

                objectName: "borrow.mail.known"
                kind: KioskButton.Primary
                big: true
                width: parent.width
                visible: panel.mail.send !== "" && !panel.mail.typing
                enabled: panel.mail.busy === ""
                text: panel.mail.send
                iconName: "mail"
                onClicked: panel.mail.sendThere()
            }

            KioskButton {
                objectName: "borrow.mail.other"
                width: parent.width
                visible: panel.mail.send !== "" && !panel.mail.typing
                enabled: panel.mail.busy === ""
                text: qsTrId("borrow.mail.other")
                iconName: "keyboard"
                onClicked: panel.mail.typeOther()
            }

            KioskButton {
                id: none

                objectName: "borrow.mail.none"
                width: panel.mail.typing ? Math.min(parent.width, Math.max(implicitWidth, Theme.px(400))) : parent.width
                visible: !panel.cramped || panel.height > Theme.px(400) + 2 * Theme.growth
                enabled: panel.mail.busy === ""
                text: qsTrId("borrow.receipt.no")
                iconName: "arrow"
                onClicked: panel.mail.skip()
            }
        }
    }
}
