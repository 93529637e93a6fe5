import QtQuick
import Kiosk
import Kiosk.Desk

// The home screen's head: the library's name and date, whether it is open, and the clock.
Item {
    id: header

    required property ShellViewModel shell

    implicitHeight: Theme.px(124)

    KioskLibraryLogo {
        id: logo

        x: Theme.px(48)
        y: Theme.px(75) - Math.round(height / 2)
        look: header.shell.look
    }

    Column {
        anchors.left: logo.right
        anchors.leftMargin: Theme.px(20)
        anchors.verticalCenter: logo.verticalCenter
        anchors.verticalCenterOffset: Theme.px(1)
        spacing: Theme.px(2)
        width: moment.x - x - Theme.px(24)

        KioskLibraryName {
            objectName: "home.library"
            visible: header.shell.look.nameBeside
            room: parent.width
            text: header.shell.library
            heading: true
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: !Theme.largeText ? header.shell.date : Theme.portrait ? header.shell.openShort : ""
            level: KioskText.Caption
            secondary: true
        }
    }

    Row {
        id: moment

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(48)
        anchors.verticalCenter: logo.verticalCenter
        anchors.verticalCenterOffset: Theme.px(1)
        spacing: Theme.px(24)

        Row {
            anchors.verticalCenter: parent.verticalCenter
            visible: !(Theme.largeText && Theme.portrait) && header.shell.openLong !== ""
            spacing: Theme.px(12)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(14)
                height: width
                radius: width / 2
                color: header.shell.isOpen ? Theme.good : Theme.wait
            }

            KioskText {
                text: header.shell.openLong
                level: KioskText.Caption
                font.weight: Font.DemiBold
            }
        }

        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            text: header.shell.time
            level: KioskText.Title
        }
    }
}
