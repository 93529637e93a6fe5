pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// More by this author and more like this as covers, and what it is about as subjects to follow.
Column {
    id: more

    required property RecordViewModel record
    property real edge: Theme.px(40)

    spacing: Theme.px(16)
    topPadding: Theme.px(24)
    bottomPadding: Theme.px(32)
    visible: byAuthor.count + alike.count + subjects.count > 0

    KioskRecordCovers {
        id: byAuthor

        name: "more"
        record: more.record
        heading: more.record.moreTitle
        edge: more.edge
        titles: more.record.more
    }

    KioskRecordCovers {
        id: alike

        name: "like"
        record: more.record
        heading: qsTrId("record.like")
        edge: more.edge
        titles: more.record.like
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
