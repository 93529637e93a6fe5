pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// More by this author as covers, and what it is about as subjects to follow.
Column {
    id: more

    required property RecordViewModel record
    property real edge: Theme.px(40)

    spacing: Theme.px(16)
    topPadding: Theme.px(24)
    bottomPadding: Theme.px(32)
    visible: covers.count + subjects.count > 0

    KioskText {
        x: more.edge
        visible: covers.count > 0
        text: more.record.moreTitle
        heading: true
        level: KioskText.Heading
    }

    ListView {
        id: covers

        objectName: "record.more"
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        width: parent.width
        height: Theme.px(116 * 1.48) + Theme.captionLine + Theme.px(12)
        visible: count > 0
        orientation: ListView.Horizontal
        spacing: Theme.px(24)
        leftMargin: more.edge
        rightMargin: more.edge
        model: more.record.more

        delegate: KioskPressable {
            id: title

            required property string moreRecord
            required property string moreTitle
            required property string moreAuthor
            required property string moreCover
            required property bool moreSquare

            objectName: `record.more.${moreRecord}`
            width: Theme.px(150)
            height: covers.height
            padding: 0
            ringInside: true
            around: Theme.radiusLabel
            text: moreTitle
            onClicked: more.record.openRecord(moreRecord)

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

    KioskText {
        x: more.edge
        visible: subjects.count > 0
        text: qsTrId("record.subjects")
        heading: true
        level: KioskText.Heading
    }

    Flow {
        x: more.edge
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        Repeater {
            id: subjects

            model: more.record.subjects

            KioskChip {
                required property string subjectHeading
                required property string subjectLabel

                objectName: `record.subject.${subjectHeading}`
                width: Math.min(implicitWidth, parent?.width ?? implicitWidth)
                text: subjectLabel
                iconName: "tag"
                Accessible.role: Accessible.Link
                Accessible.checkable: false
                onClicked: more.record.searchSubject(subjectHeading)
            }
        }
    }
}
