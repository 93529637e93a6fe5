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
    required property string copyUntil
    required property bool copyMapped
    required property bool copyChosen

    // Label and state below the words, for large text in a narrow place.
    property bool stacked: Theme.largeText && width - label.implicitWidth - state.implicitWidth - Theme.px(62) < Math.min(place.implicitWidth, Theme.px(400))

    // Until when stands below the state where there is room, else in a line of its own.
    readonly property bool below: !tight && until.implicitWidth <= width - label.x - label.width - Theme.px(28)
    readonly property bool tight: width < Theme.px(900) || Theme.largeText
    readonly property real aside: tight ? width - state.width - Theme.px(14) : Math.min(Math.max(Theme.px(734), Theme.px(536) + label.implicitWidth + Theme.px(14)), width - state.implicitWidth - Theme.px(14)) // of the state

    // A last line that reaches below label and state has these stand beside the lines before it.
    readonly property real lastHeight: lastLine.visible && lastLine.x + lastLine.implicitWidth + words.x > label.x ? lastLine.height : 0

    signal picked(barcode: string)

    implicitHeight: stacked ? words.height + label.height + Theme.px(40) : Math.max(Theme.px(96), words.height + Theme.px(20)) + (tight ? Theme.px(6) : 0)
    chosen: copyChosen
    iconName: ""
    text: [copyPlace, copyShelf, copyCallNumber, copyState, copyUntil].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: copyChosen
    onClicked: picked(copyBarcode)

    Column {
        id: words

        x: Theme.px(22)
        y: row.stacked ? Theme.px(14) : Math.round((parent.height - height) / 2)
        width: row.stacked ? row.width - 2 * x : label.x - x - Theme.px(12)

        KioskText {
            id: place

            width: parent.width
            text: row.copyPlace
            decorative: true
            font.weight: Font.DemiBold
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: row.copyShelf
            decorative: true
            secondary: true
            level: KioskText.Caption
            wrapMode: Text.WordWrap
        }

        KioskText {
            id: lastLine

            width: row.width - 2 * words.x
            visible: !row.below && text !== ""
            text: row.copyUntil
            decorative: true
            level: KioskText.Caption
            wrapMode: Text.WordWrap
        }
    }

    KioskCallNumber {
        id: label

        x: row.stacked ? words.x : Math.min(row.tight ? row.width : Theme.px(536), row.aside - width - Theme.px(14))
        y: row.stacked ? words.y + words.height + Theme.px(8) : Math.round((parent.height - height - row.lastHeight) / 2)
        text: row.copyCallNumber
        Accessible.ignored: true
    }

    KioskText {
        id: until

        x: Math.min(state.x, parent.width - width - Theme.px(14))
        y: state.y + state.height
        visible: row.below && text !== ""
        text: row.copyUntil
        decorative: true
        level: KioskText.Caption
    }

    KioskStateChip {
        id: state

        x: row.stacked ? words.x + label.width + Theme.px(14) : row.aside
        y: row.stacked ? Math.round(label.y + (label.height - height) / 2) : Math.round((parent.height - height - (until.visible ? until.height : row.lastHeight)) / 2)
        text: row.copyState
        tone: row.copyTone
        iconName: row.copyIcon
        Accessible.ignored: true
    }
}
