pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// An item still being checked: what is checked, and how far it is.
Item {
    id: checking

    property string text
    property real value: 0

    implicitHeight: Theme.px(62) + Theme.growth

    KioskIcon {
        y: Theme.px(1)
        name: "hourglass"
        size: Theme.px(32)
        color: Theme.ink2
    }

    KioskText {
        x: Theme.px(46)
        width: parent.width - x
        text: checking.text
        elide: Text.ElideRight
    }

    KioskProgress {
        y: parent.height - height - Theme.px(8)
        width: parent.width
        thickness: Theme.px(10)
        wordless: true
        text: checking.text
        value: checking.value
    }
}
