import QtQuick
import Kiosk
import Kiosk.Desk

// Title, call number and place as a code for the phone's camera.
Column {
    id: code

    required property RecordViewModel record

    spacing: Theme.px(24)

    KioskText {
        width: parent.width
        text: qsTrId("record.qr.how")
        wrapMode: Text.WordWrap
    }

    KioskQrCode {
        objectName: "record.qr"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.px(480)
        height: width
        path: code.record.qr
        modules: code.record.qrSize
        name: qsTrId("record.qr.name")
    }
}
