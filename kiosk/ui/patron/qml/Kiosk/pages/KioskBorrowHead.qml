pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What to do now: the reader with a book on it, whose card it is, the order, or the field for a typed number.
FocusScope {
    id: head

    required property BorrowViewModel borrow
    property bool typing: false
    property bool stacked: false // in the column of a lying screen

    readonly property real leftEdge: stacked ? Theme.px(40) : Math.max(Theme.px(55), (width - Theme.px(970)) / 2)
    readonly property real wordsLeft: stacked || typing ? leftEdge : leftEdge + Theme.px(317)

    implicitHeight: words.y + words.height + Theme.px(typing ? 24 : 11)

    // The focus stays in sight: where it has gone by itself, it stays there.
    function endTyping(): void {
        const inField = field.typing;
        field.text = "";
        typing = false;
        if (inField)
            link.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        visible: !head.stacked
        color: Theme.card

        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
    }

    KioskReader {
        x: head.leftEdge
        y: Theme.px(head.stacked ? 28 : 34)
        width: Theme.px(head.stacked ? 195 : 260)
        height: Theme.px(head.stacked ? 165 : 220)
        visible: !head.typing && !(head.stacked && Theme.largeText)
        book: true
    }

    Column {
        id: words

        x: head.wordsLeft
        y: Theme.px(head.typing ? 24 : head.stacked ? (Theme.largeText ? 24 : 212) : 56)
        width: parent.width - x - Theme.px(40)

        KioskText {
            visible: !head.typing
            text: head.borrow.name
            secondary: true
            font.weight: Font.DemiBold
        }

        Item {
            width: 1
            height: head.typing ? 0 : Theme.px(13)
        }

        KioskText {
            width: head.stacked ? parent.width : Math.min(parent.width, Theme.px(Theme.largeText ? 640 : 515))
            visible: !head.typing
            text: head.borrow.order
            heading: true
            level: head.stacked ? KioskText.Title : KioskText.Display
            wrapMode: Text.WordWrap
        }

        // The link's hit area reaches over the line above it.
        Item {
            width: parent.width
            height: link.height - Theme.px(22)
            visible: !head.typing

            KioskTextLink {
                id: link

                objectName: "borrow.type"
                y: -Theme.px(11)
                width: Math.min(implicitWidth, words.width)
                text: qsTrId("borrow.type")
                iconName: "keyboard"
                color: Theme.highContrast ? Theme.link : Theme.borrowText
                onClicked: {
                    head.typing = true;
                    field.beginTyping();
                }
            }
        }

        KioskField {
            id: field

            objectName: "borrow.field"
            width: parent.width
            visible: head.typing
            iconName: "number"
            name: qsTrId("borrow.type.label")
            placeholder: name
            goText: qsTrId("borrow.type.go")
            inputMethod: Qt.ImhDigitsOnly
            maximumLength: 64
            onAccepted: {
                if (text.trim() === "")
                    return;
                head.borrow.giveItem(text);
                head.endTyping();
            }
            // Later: it would change what has the focus while that is being asked.
            onTypingChanged: if (!typing && head.typing)
                Qt.callLater(head.endTyping)
        }
    }
}
