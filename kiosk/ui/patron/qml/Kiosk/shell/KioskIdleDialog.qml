import QtQuick
import Kiosk
import Kiosk.Desk

// The countdown before a visit ends: seconds, what is unfinished, and two ways on.
KioskDialog {
    id: dialog

    required property IdleViewModel idle

    objectName: "idle"
    shown: idle.counting
    opaque: idle.signedIn
    section: "find"
    title: qsTrId("idle.title")
    iconName: "clock"
    firstFocus: more
    onDismissed: dialog.idle.moreTime()

    Column {
        width: parent.width
        spacing: Theme.px(24)

        Row {
            width: parent.width
            spacing: Theme.px(48)

            KioskCountdownRing {
                id: ring

                seconds: dialog.idle.seconds
                unit: qsTrId("idle.seconds", dialog.idle.seconds)
            }

            Column {
                anchors.verticalCenter: ring.verticalCenter
                width: parent.width - ring.width - parent.spacing
                spacing: Theme.px(16)

                KioskText {
                    width: parent.width
                    text: qsTrId("idle.question")
                    level: KioskText.Display
                    heading: true
                    wrapMode: Text.WordWrap
                }

                KioskText {
                    width: parent.width
                    text: dialog.idle.signedIn ? qsTrId("idle.signed_in") : qsTrId("idle.anybody")
                    wrapMode: Text.WordWrap
                }
            }
        }

        Column {
            width: parent.width
            visible: dialog.idle.settled !== "" || dialog.idle.unfinished !== ""

            KioskIdleLine {
                width: parent.width
                text: dialog.idle.settled
                iconName: "check"
                color: Theme.good
            }

            KioskIdleLine {
                width: parent.width
                text: dialog.idle.unfinished
                iconName: "alert"
                color: Theme.wait
            }

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }
        }

        KioskButton {
            id: more

            objectName: "idle.more"
            width: parent.width
            kind: KioskButton.Primary
            big: true
            iconName: "plus"
            text: qsTrId("idle.more_time")
            onClicked: dialog.idle.moreTime()
        }

        KioskButton {
            objectName: "idle.end"
            width: parent.width
            iconName: "sign-out"
            text: dialog.idle.signedIn ? qsTrId("idle.sign_out") : qsTrId("idle.finish")
            onClicked: dialog.idle.end()
        }
    }
}
