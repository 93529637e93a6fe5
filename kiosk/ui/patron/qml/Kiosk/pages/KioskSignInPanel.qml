pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Who is it? A card held to the reader or its number typed, then the PIN where one is asked for.
FocusScope {
    id: panel

    required property SignInViewModel signIn
    property bool typing: false // the card's number is typed

    readonly property bool fieldShown: typing || signIn.asksPin
    readonly property bool cramped: height < Theme.px(620) // the number pad has taken the room
    readonly property bool roomy: height >= Theme.px(Theme.landscape ? 780 : 1150) && !(Theme.largeText && Theme.landscape) // for what the camera sees, above words about it
    readonly property bool looking: signIn.camera.on && !fieldShown && !cramped
    readonly property bool full: looking && !roomy && Theme.portrait // what the camera sees takes the reader's place
    readonly property bool aside: Theme.landscape && !cramped
    // In low reach and large text the reader gets smaller before a word or a button is cut, and then goes.
    readonly property real readerHeight: Theme.px(290)
    readonly property bool tight: !aside && height < Theme.px(72 + 64 + 24) + readerHeight + words.height
    // A little above the middle of the page; with the keys shown, at its top.
    readonly property real highest: tight ? Theme.px(24) : fieldShown ? Theme.px(72) : Math.max(Theme.px(72), Math.round((height - reader.height - Theme.px(64) - words.height) * 0.38))
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(aside ? 1560 : 1000))

    function beginTyping(): void {
        typing = true;
        field.beginTyping();
    }

    Connections {
        target: panel.signIn

        function onCleared(): void {
            field.text = "";
            panel.typing = false;
            if (panel.signIn.asksPin)
                Qt.callLater(field.beginTyping);
        }
    }

    Component.onCompleted: if (signIn.asksPin)
        Qt.callLater(field.beginTyping)

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    KioskReader {
        id: reader

        objectName: "signIn.reader"
        x: Math.round((panel.width - panel.column) / 2)
        y: panel.aside ? Math.round((panel.height - height) / 2) : panel.highest
        width: Math.round(height * 290 / 200)
        height: panel.tight ? Math.min(panel.readerHeight, panel.height - words.height - Theme.px(3 * 24)) : panel.readerHeight
        visible: height >= Theme.px(120) && !panel.cramped && !panel.signIn.asksPin && !panel.full
    }

    Column {
        id: words

        objectName: "signIn.words"
        x: panel.aside && reader.visible ? reader.x + reader.width + Theme.px(96) : reader.x
        y: panel.cramped ? Theme.px(24) : panel.aside ? Math.round((panel.height - height) / 2) : reader.visible ? reader.y + reader.height + Theme.px(panel.tight ? 24 : 64) : Theme.px(panel.tight ? 24 : panel.full ? 40 : 72)
        width: panel.column - (x - reader.x)
        spacing: Theme.px(16)

        KioskText {
            width: parent.width
            // Above the keys what is wrong comes first; what is asked for stands in the field.
            visible: !(panel.cramped && Theme.largeText && panel.signIn.trouble !== "")
            text: panel.signIn.order
            heading: true
            level: panel.cramped || (panel.full && Theme.largeText) ? KioskText.Title : KioskText.Display
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: !panel.cramped && !(Theme.largeText && (panel.full || (Theme.lowReach && panel.signIn.trouble !== "")))
            text: panel.signIn.why
            secondary: true
            wrapMode: Text.WordWrap
        }

        KioskTextLink {
            objectName: "signIn.type"
            visible: !panel.fieldShown
            text: qsTrId("sign_in.type")
            iconName: "keyboard"
            color: Theme.highContrast ? Theme.link : Theme.borrowText
            onClicked: panel.beginTyping()
        }

        KioskTextLink {
            objectName: "signIn.join"
            visible: !panel.fieldShown && panel.signIn.joining
            text: qsTrId("sign_in.join")
            iconName: "person"
            color: Theme.highContrast ? Theme.link : Theme.borrowText
            onClicked: panel.signIn.join()
        }

        KioskCameraFrame {
            width: parent.width
            visible: panel.looking
            low: !panel.roomy
            camera: panel.signIn.camera
        }

        KioskField {
            id: field

            objectName: "signIn.field"
            visible: panel.fieldShown
            width: Math.min(parent.width, Theme.px(panel.cramped && Theme.largeText ? 1000 : 760)) // what is wrong in one line
            iconName: "card"
            name: panel.signIn.asksPin ? qsTrId("sign_in.pin.label") : qsTrId("sign_in.card.label")
            placeholder: name
            goText: qsTrId("sign_in.go")
            inputMethod: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
            secret: panel.signIn.asksPin
            maximumLength: panel.signIn.asksPin ? 12 : 64
            error: panel.signIn.trouble
            onAccepted: {
                if (panel.signIn.asksPin)
                    panel.signIn.givePin(text);
                else
                    panel.signIn.giveCard(text);
                text = "";
            }
        }

        KioskSignInNotice {
            width: parent.width
            visible: text !== "" && !panel.fieldShown
            text: panel.signIn.trouble
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: panel.signIn.busy
            secondary: true
        }

        KioskButton {
            objectName: "signIn.otherCard"
            visible: panel.signIn.asksPin && !panel.cramped
            text: qsTrId("sign_in.other_card")
            iconName: "card"
            onClicked: panel.signIn.takeOtherCard()
        }
    }
}
