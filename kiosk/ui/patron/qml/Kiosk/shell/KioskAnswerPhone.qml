import QtQuick
import Kiosk
import Kiosk.Desk

// The answer as a code for a phone's camera: as large as there is room, beside it or below it what it holds.
KioskDialog {
    id: dialog

    required property AnswerPhoneViewModel phone

    readonly property bool beside: !Theme.portrait
    readonly property real side: Math.floor(Math.min(Theme.px(beside ? 640 : 720), roomInside))
    property string path // the last code, while the dialog fades
    property int modules: 0
    property bool cut: false
    property bool own: false

    function keep(): void {
        if (phone.qr === "")
            return;
        path = phone.qr;
        modules = phone.qrSize;
        cut = phone.cut;
        own = phone.own;
    }

    objectName: "answer.phone.dialog"
    shown: phone.qr !== ""
    section: "ask"
    title: qsTrId("answer.phone.title")
    iconName: "qr"
    breadth: Theme.px(beside ? 1240 : 900)
    firstFocus: done
    onDismissed: dialog.phone.dismiss()
    Component.onCompleted: dialog.keep()

    // What is told of one account is gone from here too as soon as nobody can see it any more.
    onVisibleChanged: if (!visible)
        dialog.path = "";

    Connections {
        target: dialog.phone

        function onChanged(): void {
            dialog.keep();
        }
    }

    Item {
        width: parent.width
        height: dialog.beside ? Math.max(code.height, words.height + Theme.px(24) + done.height) + Theme.px(24) : done.y + done.height

        KioskQrCode {
            id: code

            objectName: "answer.phone.qr"
            x: dialog.beside ? 0 : Math.round((parent.width - width) / 2)
            width: dialog.side
            height: width
            path: dialog.path
            modules: dialog.modules
            name: qsTrId("answer.phone.name")
        }

        Column {
            id: words

            x: dialog.beside ? code.width + Theme.px(48) : 0
            y: dialog.beside ? 0 : code.height + Theme.px(28)
            width: parent.width - x
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: qsTrId("answer.phone.how")
                level: dialog.beside ? KioskText.Row : KioskText.Body
                wrapMode: Text.WordWrap
            }

            KioskText {
                objectName: "answer.phone.cut"
                width: parent.width
                visible: dialog.cut
                text: qsTrId("answer.phone.cut")
                wrapMode: Text.WordWrap
            }

            KioskText {
                objectName: "answer.phone.own"
                width: parent.width
                visible: dialog.own
                text: qsTrId("answer.phone.own")
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
            }
        }

        KioskButton {
            id: done

            objectName: "answer.phone.done"
            x: words.x
            y: Math.max(words.y + words.height + Theme.px(24), dialog.beside ? code.height - height : 0)
            width: words.width
            kind: KioskButton.Primary
            compact: false
            text: qsTrId("answer.phone.done")
            onClicked: dialog.phone.dismiss()
        }
    }
}
