pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Every copy; a touch shows where it stands.
Column {
    id: copies

    required property RecordViewModel record

    Accessible.role: Accessible.List
    Accessible.name: qsTrId("record.copies.title")

    Repeater {
        model: copies.record.copies

        KioskRecordCopy {
            objectName: `record.copy.${copyBarcode}`
            width: copies.width
            onPicked: barcode => copies.record.chooseCopy(barcode)
        }
    }
}
