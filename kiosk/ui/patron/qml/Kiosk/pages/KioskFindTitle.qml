import QtQuick
import Kiosk

// A title in a list: cover, what it is, whether it is there, until when it may be had and where.
KioskRow {
    id: row

    required property string titleRecord
    required property string titleTitle
    required property string titleAuthor
    required property string titleMeta
    required property string titleIcon
    required property string titleState
    required property int titleTone
    required property string titleStateIcon
    required property string titleUntil
    required property string titleCallNumber
    required property string titlePlace
    required property string titlePlaceShort
    required property string titleCover
    required property bool titleSquare
    required property string titleLanguage
    required property KioskTitleMeasures measures

    // A title too long for its line takes a second one: the author's where there is none, else in smaller type.
    readonly property real textX: measures.textX
    readonly property real textWidth: width - textX - Theme.px(64)
    readonly property real letters: whole.advanceWidth
    readonly property bool lone: titleAuthor === ""
    readonly property bool long: letters > textWidth - Theme.px(8)
    readonly property bool squeezed: long && !lone && letters * Theme.bodyUnits / Theme.headingUnits <= 0.95 * textWidth
    readonly property bool dense: long && !lone && !squeezed
    readonly property real gap: Theme.px(14)
    readonly property list<string> spoken: [titleTitle, titleAuthor, titleMeta, titleState, titleUntil, titleCallNumber, titlePlace]

    signal opened(record: string)

    carded: true
    endPadding: Theme.px(24)
    implicitHeight: measures.rowHeight
    ownLanguage: titleLanguage
    ownWords: [titleTitle, titleAuthor]
    text: spoken.filter(part => part !== "").join(", ")
    onClicked: opened(titleRecord)

    TextMetrics {
        id: whole

        text: row.titleTitle
        font.family: Theme.family
        font.pixelSize: Theme.headingSize
        font.weight: Font.Bold
    }

    KioskCover {
        x: Theme.px(20)
        y: Math.round((parent.height - height) / 2)
        unitsWide: row.measures.coverUnits
        square: row.titleSquare
        source: row.titleCover
    }

    KioskText {
        id: titleText

        x: row.textX
        y: row.dense ? row.measures.pad - Theme.px(9) : row.lone && !row.long ? row.measures.pad + Math.round(Theme.bodyLine / 2) : row.measures.pad
        width: row.textWidth
        height: row.dense ? 2 * lineHeight : row.lone && row.long ? Theme.headingLine + Theme.bodyLine + Theme.px(5) : Theme.headingLine
        text: row.titleTitle
        decorative: true
        level: row.dense || row.squeezed ? KioskText.Body : KioskText.Heading
        lineHeight: row.dense ? Theme.px(Theme.bodyUnits + 4) : row.lone ? Math.round((Theme.headingLine + Theme.bodyLine) / 2) : Theme.headingLine
        font.weight: Font.Bold
        elide: Text.ElideRight
        maximumLineCount: row.long && !row.squeezed ? 2 : 1
        wrapMode: row.long && !row.squeezed ? Text.WordWrap : Text.NoWrap
    }

    KioskText {
        id: authorText

        x: row.textX
        y: titleText.y + titleText.height + Theme.px(row.dense ? 2 : row.lone ? 0 : 5)
        width: row.textWidth
        height: row.lone ? 0 : Theme.bodyLine
        text: row.titleAuthor
        decorative: true
        elide: Text.ElideRight
    }

    KioskIcon {
        x: row.textX
        y: metaText.y + Math.round((metaText.height - height) / 2)
        name: row.titleIcon
        size: Theme.px(26)
        color: Theme.ink2
    }

    KioskText {
        id: metaText

        x: row.textX + Theme.px(36)
        y: authorText.y + authorText.height + Theme.px(3)
        width: row.textWidth - Theme.px(36)
        text: row.titleMeta
        decorative: true
        secondary: true
        level: KioskText.Caption
        elide: Text.ElideRight
    }

    KioskStateChip {
        id: chip

        x: row.textX
        y: metaText.y + metaText.height + (row.dense ? Theme.px(5) : row.measures.stateGap)
        text: row.titleState
        tone: row.titleTone
        iconName: row.titleStateIcon
        Accessible.ignored: true
    }

    KioskText {
        id: untilText

        readonly property real end: visible ? x + width : chip.x + chip.width

        x: chip.x + chip.width + row.gap
        y: chip.y + Math.round((chip.height - height) / 2)
        visible: text !== ""
        width: Math.min(implicitWidth, row.width - x - Theme.px(64))
        text: row.titleUntil
        decorative: true
        level: KioskText.Caption
        elide: Text.ElideRight
    }

    KioskCallNumber {
        id: callNumber

        readonly property real end: visible ? x + width + row.gap : x

        x: row.measures.folded ? row.textX : untilText.end + row.gap
        y: row.measures.folded ? chip.y + chip.height + Theme.px(6) : chip.y + Math.round((chip.height - height) / 2)
        text: row.titleCallNumber
        Accessible.ignored: true
    }

    KioskText {
        readonly property real room: row.width - x - Theme.px(row.lone && !row.long ? 64 : 10) // the chevron is beside it

        x: callNumber.end
        y: callNumber.y + Math.round((callNumber.height - height) / 2)
        visible: text !== "" && width > Theme.px(60)
        width: Math.min(implicitWidth, room)
        // The shelf matters more than the floor where there is no room for both.
        text: row.measures.placeWidth(row.titlePlace) <= room ? row.titlePlace : row.titlePlaceShort
        decorative: true
        secondary: true
        level: KioskText.Caption
        elide: Text.ElideRight
    }
}
