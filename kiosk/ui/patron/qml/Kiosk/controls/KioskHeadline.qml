import QtQuick
import Kiosk

// A heading and a remark beside it; below it where both have no room in one line.
Item {
    id: line

    property string text
    property string remark
    property alias weight: title.font.weight

    readonly property real gap: Theme.px(16)
    readonly property bool beside: title.implicitWidth + gap + aside.implicitWidth <= width

    implicitHeight: title.height + (beside || remark === "" ? 0 : aside.height)

    KioskText {
        id: title

        width: line.width
        text: line.text
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    KioskText {
        id: aside

        x: line.beside ? title.implicitWidth + line.gap : 0
        y: line.beside ? title.baselineOffset - baselineOffset : title.height
        width: Math.min(implicitWidth, line.width - x)
        visible: text !== ""
        text: line.remark
        secondary: true
        wrapMode: Text.WordWrap
    }
}
