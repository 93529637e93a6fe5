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
        height: Theme.px(116 * 1.48) + Theme.captionLine + Theme.px(12)
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

            objectName: `record.${row.name}.${moreRecord}`
            width: Theme.px(150)
            height: covers.height
            padding: 0
            ringInside: true
            around: Theme.radiusLabel
            text: moreTitle
            onClicked: row.record.openRecord(moreRecord)

            contentItem: Item {
                KioskCover {
                    y: Theme.px(116 * 1.48) - height
                    unitsWide: 116
                    square: title.moreSquare
                    source: title.moreCover
                }

                KioskText {
                    y: parent.height - height
                    width: parent.width
                    text: title.moreTitle
                    decorative: true
                    level: KioskText.Caption
                    elide: Text.ElideRight
                }
            }
        }
    }
}
