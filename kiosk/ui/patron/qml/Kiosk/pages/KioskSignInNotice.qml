pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What went wrong and what to do, with its icon.
Item {
    id: notice

    property string text

    implicitHeight: Math.max(words.height, Theme.px(34))
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    KioskIcon {
        y: Theme.px(3)
        name: "stop"
        size: Theme.px(28)
        thickness: 2.2
        color: Theme.stop
    }

    KioskText {
        id: words

        x: Theme.px(42)
        width: parent.width - x
        text: notice.text
        decorative: true
        color: Theme.stop
        font.weight: Font.Bold
        wrapMode: Text.WordWrap
    }
}
