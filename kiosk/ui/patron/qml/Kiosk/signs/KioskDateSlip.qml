import QtQuick
import Kiosk

// A due date as stamped into the book: weekday, day, month; landing from 1.08 to 1 when `landing`.
Item {
    id: slip

    property int tone: KioskStateChip.Good
    property string weekday
    property string day
    property string month
    property bool landing: false

    readonly property color stampColor: tone === KioskStateChip.Good ? Theme.good : tone === KioskStateChip.Wait ? Theme.wait : Theme.stop
    readonly property real apart: Theme.largeText ? Theme.px(8) : 0 // the day is as high as the words above and below
    readonly property real headHeight: Theme.px(36) + Theme.captionLine - Theme.px(28)

    implicitWidth: Math.max(Theme.px(132), monthText.implicitWidth + Theme.px(16))
    implicitHeight: Theme.px(120) + apart + 2 * (Theme.captionLine - Theme.px(28))
    Accessible.role: Accessible.StaticText
    Accessible.name: `${weekday} ${day} ${month}`

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSlip
        color: slip.stampColor
    }

    Rectangle {
        x: Theme.controlStroke
        y: slip.headHeight
        width: parent.width - 2 * x
        height: parent.height - y - x
        radius: Theme.px(6)
        color: Theme.label

        Rectangle {
            width: parent.width
            height: Theme.px(8)
            color: Theme.label
        }
    }

    KioskText {
        y: Theme.px(1)
        width: parent.width
        height: slip.headHeight
        horizontalAlignment: Text.AlignHCenter
        text: slip.weekday
        level: KioskText.Caption
        decorative: true
        color: Theme.stamp
        font.weight: Font.Bold
    }

    KioskText {
        y: slip.headHeight + slip.apart
        width: parent.width
        height: parent.height - y - Theme.captionLine
        horizontalAlignment: Text.AlignHCenter
        text: slip.day
        decorative: true
        color: Theme.labelInk
        font.family: Theme.mono
        font.weight: Font.Bold
        font.pixelSize: Theme.px(44)
        lineHeight: Theme.px(52)
    }

    KioskText {
        id: monthText

        y: parent.height - height - Theme.px(6)
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: slip.month
        level: KioskText.Caption
        decorative: true
        color: Theme.labelInk
        font.weight: Font.Bold
    }

    Component.onCompleted: if (landing && !Theme.reducedMotion)
        land.start()

    NumberAnimation {
        id: land

        target: slip
        property: "scale"
        from: 1.08
        to: 1
        duration: 150
        easing.type: Easing.OutCubic
    }
}
