pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Cover, title and author at the left of an account's row, and a remark below them.
Item {
    id: title

    property string cover
    property bool square
    property string text
    property string author
    property string ownLanguage
    property string remark
    property string remarkIcon
    property int remarkTone: KioskStateChip.Good

    readonly property color remarkColor: remarkTone === KioskStateChip.Good ? Theme.good : remarkTone === KioskStateChip.Wait ? Theme.wait : Theme.stop

    implicitHeight: Math.max(Theme.px(132), words.height + Theme.px(32))

    KioskCover {
        y: Theme.px(16) + (square ? Theme.px(16) : 0)
        unitsWide: 66
        source: title.cover
        square: title.square
    }

    Column {
        id: words

        x: Theme.px(90)
        y: Math.max(Theme.px(16), Math.round((title.height - height) / 2))
        width: parent.width - x

        KioskText {
            width: parent.width
            text: title.text
            ownLanguage: title.ownLanguage
            heading: true
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: title.author
            ownLanguage: title.ownLanguage
            level: KioskText.Caption
            secondary: true
            wrapMode: Text.WordWrap
        }

        Item {
            width: parent.width
            height: remarkText.height
            visible: title.remark !== ""

            KioskIcon {
                y: Theme.px(2)
                name: title.remarkIcon
                size: Theme.px(26)
                thickness: 2.2
                color: title.remarkColor
            }

            KioskText {
                id: remarkText

                x: Theme.px(36)
                width: parent.width - x
                text: title.remark
                level: KioskText.Caption
                color: title.remarkColor
                font.weight: Font.Bold
                wrapMode: Text.WordWrap
            }
        }
    }
}
