import QtQuick
import Kiosk
import Kiosk.Desk

// What it is and what it is about, its cover at the left of the red line, the answer at the foot.
KioskCard {
    id: card

    required property RecordViewModel record

    readonly property real coverUnits: Theme.largeText || width < Theme.px(1000) ? 168 : 252
    readonly property bool brief: record.subtitle !== "" && record.subtitle.length < 20 // "a novel" has no line of its own
    readonly property real leftEnd: Math.max(Theme.px(coverUnits + (Theme.portrait ? 60 : 56)), cover.x + label.implicitWidth + Theme.px(18))

    implicitHeight: Math.max(cover.y + Theme.px(coverUnits * 1.48) + foot.height + Theme.px(34), words.height + 2 * Theme.px(28))
    lift: 6
    marginLine: leftEnd

    KioskCover {
        id: cover

        x: Theme.px(31)
        y: Theme.px(32)
        unitsWide: card.coverUnits
        square: card.record.square
        source: card.record.cover
    }

    Item {
        id: foot

        x: cover.x
        y: cover.y + cover.height + Theme.px(14)
        width: card.leftEnd - x - Theme.px(18)
        height: label.height + (stacked ? where.height + Theme.px(8) : 0)

        readonly property bool stacked: where.implicitWidth + label.implicitWidth + Theme.px(12) > width

        KioskText {
            id: where

            y: foot.stacked ? 0 : Math.round((label.height - height) / 2)
            width: parent.width
            text: card.record.location
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }

        KioskCallNumber {
            id: label

            x: foot.stacked ? 0 : parent.width - width
            y: foot.stacked ? where.height + Theme.px(8) : 0
            text: card.record.callNumber
        }
    }

    Column {
        id: words

        x: card.leftEnd + Theme.px(Theme.portrait ? 29 : 24)
        y: Theme.px(28)
        width: parent.width - x - Theme.px(Theme.portrait ? 30 : 24)

        KioskText {
            width: parent.width
            text: card.record.title
            ownLanguage: card.record.language
            heading: true
            level: KioskText.Title
            wrapMode: Text.WordWrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            visible: text !== "" && !card.brief
            text: card.record.subtitle
            ownLanguage: card.record.language
            secondary: true
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        Item {
            width: parent.width
            height: author.visible ? Theme.headingLine + Theme.px(10) : Theme.px(8)

            KioskTextLink {
                id: author

                objectName: "record.author"
                y: Math.round((parent.height - height) / 2)
                width: Math.min(implicitWidth, parent.width)
                visible: text !== ""
                text: card.record.author
                ownLanguage: card.record.language
                level: KioskText.Heading
                weight: Font.Medium
                onClicked: card.record.searchAuthor()
            }
        }

        KioskText {
            readonly property list<string> ownWords: [card.brief ? card.record.subtitle : ""]

            width: parent.width
            ownLanguage: card.record.language
            text: card.brief ? `${card.record.subtitle} · ${card.record.meta}` : card.record.meta
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }

        Item {
            width: 1
            height: Theme.px(18)
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: card.record.summary
            ownLanguage: card.record.language
            wrapMode: Text.WordWrap
            lineHeight: Theme.bodyLine + Theme.px(2)
        }

        Item {
            width: 1
            height: Theme.px(card.record.summary === "" ? 8 : 22)
        }

        KioskRecordAnswer {
            width: parent.width
            record: card.record
        }
    }
}
