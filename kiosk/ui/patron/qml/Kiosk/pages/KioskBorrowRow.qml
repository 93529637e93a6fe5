pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// One item: its cover and title, and what became of it.
KioskCard {
    id: row

    required property BorrowViewModel borrow
    required property int lineTicket
    required property string lineKind
    required property string lineTitle
    required property string lineAuthor
    required property string lineCover
    required property bool lineSquare
    required property string lineText
    required property real lineProgress
    required property string lineChip
    required property int lineTone
    required property string lineNote
    required property string lineHint
    required property string lineWeekday
    required property string lineDay
    required property string lineMonth
    required property int lineSlipTone
    required property string lineOffer
    required property string lineOfferText
    required property string lineOfferIcon
    required property string lineOther
    required property string lineOtherText
    required property string lineOtherIcon
    required property string lineLanguage

    readonly property string ownLanguage: lineLanguage // speech asks for both
    readonly property list<string> ownWords: [lineTitle, lineAuthor]

    readonly property bool stopped: lineKind === "stopped"
    readonly property bool checking: lineKind === "checking"
    readonly property bool dated: lineDay !== ""
    readonly property bool chipOnTop: stopped || (lineText !== "" && !checking)

    objectName: `borrow.row.${lineTicket}`
    implicitHeight: Math.max(Theme.px(174), column.y + column.height + Theme.px(stopped || lineOffer !== "" ? 24 : 18))
    height: implicitHeight
    frame: stopped ? Theme.stop : Theme.line
    frameWidth: stopped ? Theme.frame(3) : Theme.hairline
    Accessible.role: Accessible.ListItem
    Accessible.name: [lineTitle, lineAuthor, lineChip, dated ? `${lineWeekday} ${lineDay} ${lineMonth}` : "", lineText, lineNote, lineHint].filter(part => part !== "").join(", ")

    KioskCover {
        x: Theme.px(23)
        y: Theme.px(17) + (square ? Theme.px(22) : 0)
        unitsWide: 92
        source: row.lineCover
        square: row.lineSquare
    }

    KioskStateChip {
        id: topChip

        x: parent.width - width - Theme.px(36)
        y: Theme.px(25)
        visible: row.chipOnTop
        text: row.lineChip
        tone: row.lineTone
    }

    Column {
        id: column

        x: Theme.px(140)
        y: Theme.px(23)
        width: parent.width - x - (row.dated ? slip.width + Theme.px(58) : Theme.px(36))

        KioskText {
            width: parent.width - (topChip.visible ? topChip.width + Theme.px(16) : 0)
            text: row.lineTitle
            ownLanguage: row.lineLanguage
            heading: true
            level: KioskText.Heading
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width - (topChip.visible ? topChip.width + Theme.px(16) : 0)
            visible: text !== ""
            bottomPadding: Theme.px(2)
            text: row.lineAuthor
            ownLanguage: row.lineLanguage
            secondary: true
            wrapMode: Text.WordWrap
        }

        KioskBorrowChecking {
            width: parent.width
            visible: row.checking
            text: row.lineText
            value: row.lineProgress
        }

        KioskText {
            width: parent.width
            topPadding: Theme.px(8)
            visible: !row.checking && text !== ""
            text: row.lineText
            wrapMode: Text.WordWrap
        }

        Item {
            width: 1
            height: Theme.px(10)
            visible: !row.chipOnTop && !row.checking
        }

        Flow {
            width: parent.width
            visible: !row.chipOnTop && !row.checking
            spacing: Theme.px(Theme.largeText ? 8 : 20)

            KioskStateChip {
                id: chip

                text: row.lineChip
                tone: row.lineTone
            }

            KioskText {
                width: Math.min(implicitWidth, column.width)
                height: Math.max(chip.height, lineCount * lineHeight)
                text: row.lineNote
                level: KioskText.Caption
                secondary: true
                wrapMode: Text.WordWrap
            }
        }

        KioskBorrowWays {
            width: parent.width
            visible: row.lineOffer !== "" || row.lineHint !== ""
            ticket: row.lineTicket
            offer: row.lineOfferText
            offerIcon: row.lineOfferIcon
            other: row.lineOtherText
            otherIcon: row.lineOtherIcon
            hint: row.lineHint
            onTaken: row.borrow.takeOffer(row.lineTicket, row.lineOffer)
            onOtherTaken: row.borrow.takeOffer(row.lineTicket, row.lineOther)
        }
    }

    Loader {
        id: slip

        x: parent.width - width - Theme.px(36)
        y: Theme.px(28)
        active: row.dated

        sourceComponent: KioskDateSlip {
            tone: row.lineSlipTone
            weekday: row.lineWeekday
            day: row.lineDay
            month: row.lineMonth
            landing: true
        }
    }
}
