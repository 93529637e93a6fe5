pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The copies of a title that one may wait for, each with how long that would take.
Column {
    id: copies

    required property RecordHoldViewModel holding

    spacing: Theme.px(16)

    KioskText {
        width: parent.width
        text: qsTrId("holds.copies")
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Column {
        width: parent.width
        Accessible.role: Accessible.List
        Accessible.name: qsTrId("holds.copies")

        Repeater {
            model: copies.holding.copies

            KioskRecordCopy {
                objectName: `record.hold.copy.${copyBarcode}`
                width: copies.width
                stacked: Theme.largeText
                onPicked: barcode => copies.holding.chooseCopy(barcode)
            }
        }
    }
}
