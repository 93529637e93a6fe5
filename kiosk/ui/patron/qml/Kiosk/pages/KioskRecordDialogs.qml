pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What is asked or shown above the record: how to keep it and where, why not, the code for the phone.
KioskDialog {
    id: dialog

    required property RecordViewModel record

    readonly property string wanted: record.qr !== "" ? "qr" : record.holding.dialog
    property string kind: "qr" // the last one, while the dialog fades

    function close(): void {
        if (dialog.kind === "qr")
            dialog.record.dismissCode();
        else
            dialog.record.holding.dismiss();
    }

    shown: wanted !== ""
    title: kind === "qr" ? qsTrId("record.qr.title") : kind === "refused" ? qsTrId("record.hold.refused") : qsTrId("record.hold.title")
    iconName: kind === "qr" ? "qr" : "hold"
    firstFocus: last
    onDismissed: close()
    onWantedChanged: if (wanted !== "")
        kind = wanted
    Component.onCompleted: if (wanted !== "")
        kind = wanted

    Column {
        width: parent.width
        spacing: Theme.px(24)

        KioskRecordHoldQuestion {
            width: parent.width
            visible: dialog.kind === "hold"
            holding: dialog.record.holding
        }

        KioskRecordHoldCopies {
            width: parent.width
            visible: dialog.kind === "copies"
            holding: dialog.record.holding
        }

        KioskText {
            width: parent.width
            visible: dialog.kind === "refused"
            text: dialog.record.holding.whyNot
            heading: true
            level: KioskText.Heading
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: dialog.kind === "refused" && text !== ""
            text: dialog.record.holding.whatToDo
            wrapMode: Text.WordWrap
        }

        KioskRecordCode {
            width: parent.width
            visible: dialog.kind === "qr"
            record: dialog.record
        }

        KioskButton {
            id: last

            readonly property bool leads: dialog.kind === "hold" || dialog.kind === "copies"

            objectName: "record.dialog.close"
            width: parent.width
            kind: leads ? KioskButton.Plain : KioskButton.Primary
            compact: false
            text: dialog.kind === "hold" ? qsTrId("record.hold.cancel") : dialog.kind === "copies" ? qsTrId("holds.back") : qsTrId("record.ok")
            onClicked: dialog.close()
        }
    }
}
