pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Desk

// What is asked or shown above the record: where to collect a hold, why there is none, the code for the phone.
KioskDialog {
    id: dialog

    required property RecordViewModel record

    property string kind // the last one, while the dialog fades

    shown: record.dialog !== ""
    title: kind === "qr" ? qsTrId("record.qr.title") : kind === "refused" ? qsTrId("record.hold.refused") : qsTrId("record.hold.title")
    iconName: kind === "qr" ? "qr" : "hold"
    firstFocus: last
    onDismissed: record.dismiss()

    Connections {
        target: dialog.record

        function onChanged(): void {
            if (dialog.record.dialog !== "")
                dialog.kind = dialog.record.dialog;
        }
    }
    Component.onCompleted: kind = record.dialog

    Column {
        width: parent.width
        spacing: Theme.px(24)

        KioskText {
            width: parent.width
            visible: dialog.kind === "hold"
            text: qsTrId("record.hold.where")
            heading: true
            level: KioskText.Heading
            wrapMode: Text.WordWrap
        }

        Repeater {
            model: dialog.kind === "hold" ? dialog.record.pickups : null

            KioskButton {
                required property int index
                required property string pickupCode
                required property string pickupName

                objectName: `record.pickup.${pickupCode}`
                width: parent?.width ?? 0
                kind: index === 0 ? KioskButton.Primary : KioskButton.Plain
                compact: false
                text: pickupName
                iconName: "pin"
                onClicked: dialog.record.choosePickup(pickupCode)
            }
        }

        KioskText {
            width: parent.width
            visible: dialog.kind === "refused"
            text: dialog.record.whyNot
            heading: true
            level: KioskText.Heading
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: dialog.kind === "refused" && text !== ""
            text: dialog.record.whatToDo
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: dialog.kind === "qr"
            text: qsTrId("record.qr.how")
            wrapMode: Text.WordWrap
        }

        Rectangle {
            id: paper

            objectName: "record.qr"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: dialog.kind === "qr"
            width: Theme.px(480)
            height: width
            color: "#FFFFFF"
            border.width: Theme.stroke(1)
            border.color: Theme.line
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTrId("record.qr.name")

            // Eight modules of quiet in all: a camera needs four at each side.
            Shape {
                readonly property real module: dialog.record.qrSize > 0 ? paper.width / (dialog.record.qrSize + 8) : 1

                x: 4 * module
                y: 4 * module
                scale: module
                transformOrigin: Item.TopLeft

                ShapePath {
                    fillColor: "#000000"
                    strokeWidth: -1

                    PathSvg {
                        path: dialog.record.qr
                    }
                }
            }
        }

        KioskButton {
            id: last

            objectName: "record.dialog.close"
            width: parent.width
            kind: dialog.kind === "hold" ? KioskButton.Plain : KioskButton.Primary
            compact: false
            text: dialog.kind === "hold" ? qsTrId("record.hold.cancel") : qsTrId("record.ok")
            onClicked: dialog.record.dismiss()
        }
    }
}
