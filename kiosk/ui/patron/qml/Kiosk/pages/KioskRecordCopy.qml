import QtQuick
import Kiosk

// One copy: branch and floor, shelf, call number and state; the chosen one is that of the map.
KioskRow {
    id: row

    required property string copyBarcode
    required property string copyPlace
    required property string copyShelf
    required property string copyCallNumber
    required property string copyState
    required property int copyTone
    required property string copyIcon
    required property bool copyMapped
    required property bool copyChosen

    readonly property bool tight: width < Theme.px(900) || Theme.largeText

    signal picked(barcode: string)

    implicitHeight: Math.max(Theme.px(96), words.height + Theme.px(20)) + (tight ? Theme.px(6) : 0)
    chosen: copyChosen
    iconName: ""
    text: [copyPlace, copyShelf, copyCallNumber, copyState].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: copyChosen
    onClicked: picked(copyBarcode)

    Column {
        id: words

        x: Theme.px(22)
        anchors.verticalCenter: parent.verticalCenter
        width: label.x - x - Theme.px(12)

        KioskText {
            width: parent.width
            text: row.copyPlace
            decorative: true
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            wrapMode: Theme.largeText ? Text.WordWrap : Text.NoWrap
            maximumLineCount: Theme.largeText ? 2 : 1
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: row.copyShelf
            decorative: true
            secondary: true
            level: KioskText.Caption
            elide: Text.ElideRight
        }
    }

    KioskCallNumber {
        id: label

        x: Math.min(row.tight ? state.x - width - Theme.px(14) : Theme.px(536), state.x - width - Theme.px(14))
        anchors.verticalCenter: parent.verticalCenter
        text: row.copyCallNumber
        Accessible.ignored: true
    }

    KioskStateChip {
        id: state

        x: row.tight ? parent.width - width - Theme.px(14) : Math.min(Math.max(Theme.px(734), Theme.px(536) + label.implicitWidth + Theme.px(14)), parent.width - implicitWidth - Theme.px(14))
        anchors.verticalCenter: parent.verticalCenter
        text: row.copyState
        tone: row.copyTone
        iconName: row.copyIcon
        Accessible.ignored: true
    }
}
