import QtQuick
import Kiosk

// The keyboard's last row: signs, language, space, go.
Row {
    id: foot

    property string language
    property string goText
    property bool signsShown: false

    signal typed(text: string)
    signal went
    signal signsToggled
    signal languageTurned

    spacing: Theme.px(16)

    KioskKey {
        objectName: "key.signs"
        width: Theme.px(128)
        text: foot.signsShown ? "ABC" : "123"
        functional: true
        onClicked: foot.signsToggled()
    }

    KioskKey {
        objectName: "key.language"
        width: Theme.px(104)
        text: foot.language.toUpperCase()
        functional: true
        Accessible.name: qsTrId("keyboard.language")
        onClicked: foot.languageTurned()
    }

    KioskKey {
        objectName: "key.-"
        text: "-"
        onClicked: foot.typed("-")
    }

    KioskKey {
        objectName: "key.space"
        width: Theme.px(384)
        text: qsTrId("keyboard.space")
        onClicked: foot.typed(" ")
    }

    KioskKey {
        objectName: "key.."
        text: "."
        onClicked: foot.typed(".")
    }

    KioskKey {
        objectName: "key.go"
        width: Theme.px(184)
        text: foot.goText
        go: true
        wordy: true
        onClicked: foot.went()
    }
}
