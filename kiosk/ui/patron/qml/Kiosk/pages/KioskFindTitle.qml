import QtQuick
import Kiosk

// A title in a list: cover, what it is, whether it is there and where. Used by Find, Browse and Record.
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
    required property string titleCallNumber
    required property string titlePlace
    required property string titlePlaceShort
    required property string titleCover
    required property bool titleSquare
    property real coverUnits: Theme.portrait ? 112 : 98

    // A title too long for its line takes a second one: the author's where there is none, else in smaller type.
    readonly property bool lone: titleAuthor === ""
    readonly property bool long: letters.advanceWidth > width - textX - Theme.px(72)
    readonly property bool squeezed: long && !lone && letters.advanceWidth * Theme.bodyUnits / Theme.headingUnits <= width - textX - Theme.px(72)
    readonly property bool dense: long && !lone && !squeezed
    readonly property real textX: Theme.px(coverUnits + 48)
    readonly property list<string> spoken: [titleTitle, titleAuthor, titleMeta, titleState, titleCallNumber, titlePlace]

    signal opened(record: string)

    carded: true
    endPadding: Theme.px(24)
    implicitHeight: Theme.px(20 + 5 + 3 + 8 + 22) + Theme.headingLine + Theme.bodyLine + Theme.captionLine + chip.height
    text: spoken.filter(part => part !== "").join(", ")
    onClicked: opened(titleRecord)

    KioskCover {
        x: Theme.px(20)
        y: Math.round((parent.height - height) / 2)
        unitsWide: row.coverUnits
        square: row.titleSquare
        source: row.titleCover
    }

    KioskText {
        id: titleText

        x: row.textX
        y: row.dense ? Theme.px(11) : row.lone && !row.long ? Theme.px(20) + Math.round(Theme.bodyLine / 2) : Theme.px(20)
        width: parent.width - x - Theme.px(8)
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
        anchors.top: titleText.bottom
        anchors.topMargin: Theme.px(row.dense ? 2 : row.lone ? 0 : 5)
        width: titleText.width
        height: row.lone ? 0 : Theme.bodyLine
        text: row.titleAuthor
        decorative: true
        elide: Text.ElideRight
    }

    Row {
        id: metaRow

        x: row.textX
        anchors.top: authorText.bottom
        anchors.topMargin: Theme.px(3)
        spacing: Theme.px(10)

        KioskIcon {
            anchors.verticalCenter: parent.verticalCenter
            name: row.titleIcon
            size: Theme.px(26)
            color: Theme.ink2
        }

        KioskText {
            width: Math.min(implicitWidth, titleText.width - Theme.px(36))
            text: row.titleMeta
            decorative: true
            secondary: true
            level: KioskText.Caption
            elide: Text.ElideRight
        }
    }

    TextMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.headingSize
        font.weight: Font.Bold
        text: row.titleTitle
    }

    TextMetrics {
        id: whole

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        text: row.titlePlace
    }

    Row {
        x: row.textX
        anchors.top: metaRow.bottom
        anchors.topMargin: Theme.px(row.dense ? 5 : 8)
        spacing: Theme.px(14)

        KioskStateChip {
            id: chip

            text: row.titleState
            tone: row.titleTone
            iconName: row.titleStateIcon
            Accessible.ignored: true
        }

        KioskCallNumber {
            id: callNumber

            anchors.verticalCenter: chip.verticalCenter
            text: row.titleCallNumber
            Accessible.ignored: true
        }

        KioskText {
            readonly property real room: row.width - row.textX - chip.width - Theme.px(callNumber.visible ? 28 : 14) - callNumber.implicitWidth - Theme.px(row.lone && !row.long ? 64 : 10) // the chevron is beside it

            anchors.verticalCenter: chip.verticalCenter
            visible: text !== "" && width > Theme.px(60)
            width: Math.min(implicitWidth, room)
            // The shelf matters more than the floor where there is no room for both.
            text: whole.advanceWidth <= room ? row.titlePlace : row.titlePlaceShort
            decorative: true
            secondary: true
            level: KioskText.Caption
            elide: Text.ElideRight
        }
    }
}
