pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Other titles as a row of covers below a heading; nothing where there are none.
Column {
    id: row

    required property string name
    required property RecordViewModel record
    required property string heading
    required property real edge
    required property QtObject titles
    readonly property alias count: covers.count
    readonly property int lines: 3 // of a title

    width: parent?.width ?? 0
    spacing: Theme.px(16)
    visible: count > 0

    KioskText {
        x: row.edge
        text: row.heading
        heading: true
        level: KioskText.Heading
    }

    ListView {
        id: covers

        objectName: `record.${row.name}`
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        width: parent.width
        height: Theme.px(116 * 1.48 + 12) + row.lines * Theme.captionLine
        orientation: ListView.Horizontal
        spacing: Theme.px(24)
        leftMargin: row.edge
        rightMargin: row.edge
        model: row.titles

        delegate: KioskPressable {
            id: title

            required property string moreRecord
            required property string moreTitle
            required property string moreAuthor
            required property string moreCover
            required property bool moreSquare
            required property string moreLanguage

            objectName: `record.${row.name}.${moreRecord}`
            // As wide as the title needs on the lines that there are for it.
            width: Math.max(Theme.px(150), Math.ceil(measure.advanceWidth / row.lines) + longest.advanceWidth)
            height: covers.height
            padding: 0
            ringInside: true
            around: Theme.radiusLabel
            text: moreTitle
            ownLanguage: moreLanguage
            onClicked: row.record.openRecord(moreRecord)

            contentItem: Item {
                KioskCover {
                    y: Theme.px(116 * 1.48) - height
                    unitsWide: 116
                    square: title.moreSquare
                    source: title.moreCover
                }

                KioskText {
                    id: words

                    y: Theme.px(116 * 1.48 + 12)
                    width: parent.width
                    text: title.moreTitle
                    decorative: true
                    level: KioskText.Caption
                    wrapMode: Text.WordWrap
                }

                TextMetrics {
                    id: measure

                    font: words.font
                    text: title.moreTitle
                }

                TextMetrics {
                    id: longest

                    font: words.font
                    text: title.moreTitle.split(" ").reduce((one, other) => other.length > one.length ? other : one, "")
                }
            }
        }
    }
}
