pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Before the first item: lay it on the reader, or type its number.
FocusScope {
    id: order

    required property CheckinViewModel checkin
    property bool typing: false

    readonly property bool cramped: height < Theme.px(620)
    readonly property bool aside: Theme.landscape && !cramped
    // A little above the middle of the page; with the keys shown, at its top.
    readonly property real highest: typing ? Theme.px(72) : Math.max(Theme.px(72), Math.round((height - reader.height - Theme.px(64) - words.height) * 0.38))
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(aside ? 1560 : 1000))

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    KioskReader {
        id: reader

        x: Math.round((order.width - order.column) / 2)
        y: order.aside ? Math.round((order.height - height) / 2) : order.highest
        width: Theme.px(380)
        height: Math.round(width * 220 / 260)
        visible: !order.cramped
        book: true
    }

    Column {
        id: words

        x: order.aside ? reader.x + reader.width + Theme.px(96) : reader.x
        y: order.cramped ? Theme.px(24) : order.aside ? Math.round((order.height - height) / 2) : reader.y + reader.height + Theme.px(64)
        width: order.column - (x - reader.x)
        spacing: Theme.px(16)

        KioskText {
            width: parent.width
            text: order.checkin.headline
            heading: true
            level: order.cramped ? KioskText.Title : KioskText.Display
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: !order.cramped
            text: qsTrId("return.order.words")
            secondary: true
            wrapMode: Text.WordWrap
        }

        KioskTextLink {
            objectName: "return.type"
            visible: !order.typing
            text: qsTrId("return.type")
            iconName: "keyboard"
            color: Theme.highContrast ? Theme.link : Theme.giveBackText
            onClicked: {
                order.typing = true;
                field.beginTyping();
            }
        }

        KioskField {
            id: field

            objectName: "return.field"
            visible: order.typing
            width: Math.min(parent.width, Theme.px(760))
            iconName: "number"
            name: qsTrId("borrow.type.label")
            placeholder: name
            goText: qsTrId("return.type.go")
            inputMethod: Qt.ImhDigitsOnly
            maximumLength: 64
            onAccepted: if (text.trim() !== "") {
                const code = text;
                text = "";
                order.typing = false;
                order.checkin.giveItem(code);
            }
        }

        KioskSignInNotice {
            width: parent.width
            visible: text !== ""
            text: order.checkin.notice
        }
    }
}
