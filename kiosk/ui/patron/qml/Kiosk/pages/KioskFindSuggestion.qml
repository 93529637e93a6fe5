import QtQuick
import Kiosk

// Something that begins as typed: a person, a title or a subject, with its kind.
KioskRow {
    id: row

    required property string suggestionKind
    required property string suggestionTarget
    required property bool suggestionRecord
    required property string suggestionText
    required property string suggestionPlain
    required property string suggestionNote
    required property string suggestionCount
    required property string suggestionKindName
    required property string suggestionIcon
    required property string suggestionCover
    required property bool suggestionSquare
    required property string suggestionLanguage

    signal taken(kind: string, target: string, record: bool)

    implicitHeight: Math.max(Theme.px(96) + Theme.growth, words.height + Theme.px(24))
    endPadding: Theme.px(0)
    ringInside: true
    ownLanguage: suggestionLanguage
    ownWords: [suggestionPlain]
    text: [suggestionPlain, suggestionKindName, suggestionCount].filter(part => part !== "").join(", ")
    onClicked: taken(suggestionKind, suggestionTarget, suggestionRecord)

    Rectangle {
        x: 0
        anchors.verticalCenter: parent.verticalCenter
        visible: row.suggestionIcon !== ""
        width: Theme.px(60)
        height: width
        radius: width / 2
        color: Theme.sunk
        border.width: Theme.highContrast ? Theme.stroke(2) : 0
        border.color: Theme.edge

        KioskIcon {
            anchors.centerIn: parent
            name: row.suggestionIcon
            size: Theme.px(32)
        }
    }

    KioskCover {
        x: Theme.px(5)
        anchors.verticalCenter: parent.verticalCenter
        visible: row.suggestionIcon === ""
        unitsWide: 50
        square: row.suggestionSquare
        source: row.suggestionCover
    }

    Column {
        id: words

        x: Theme.px(84)
        anchors.verticalCenter: parent.verticalCenter
        width: (count.visible ? count.x : kind.x) - x - Theme.px(16)

        KioskText {
            width: parent.width
            text: row.suggestionText
            textFormat: Text.StyledText
            decorative: true
            level: KioskText.Row
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: row.suggestionNote !== ""
            text: row.suggestionNote
            textFormat: Text.StyledText
            decorative: true
            secondary: true
            level: KioskText.Caption
            wrapMode: Text.WordWrap
        }
    }

    KioskText {
        id: count

        anchors.right: kind.left
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== "" && !Theme.largeText
        text: row.suggestionCount
        decorative: true
        secondary: true
        level: KioskText.Caption
    }

    Rectangle {
        id: kind

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(20)
        anchors.verticalCenter: parent.verticalCenter
        width: kindName.implicitWidth + 2 * Theme.px(14)
        height: Theme.captionLine + Theme.px(14)
        radius: Theme.radiusSlip
        color: Theme.sunk

        KioskText {
            id: kindName

            anchors.centerIn: parent
            text: row.suggestionKindName
            decorative: true
            level: KioskText.Caption
            font.weight: Font.Bold
        }
    }
}
