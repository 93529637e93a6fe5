import QtQuick
import Kiosk

// One way to look around: its sign on a disc, and where it leads.
KioskRow {
    id: way

    property string sign

    endPadding: Theme.px(24)

    KioskDisc {
        x: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        iconName: way.sign
    }

    KioskText {
        x: Theme.px(108)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x
        text: way.text
        decorative: true
        level: KioskText.Row
        elide: Text.ElideRight
    }
}
