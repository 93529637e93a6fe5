import QtQuick
import Kiosk

// One way to reach the library on the strip at home: its name or, where there is room, its address, and its hours.
Item {
    id: channel

    required property string channelName
    required property string channelValue
    required property string channelBrief
    required property bool channelOpen
    required property string channelIcon
    property bool spelt: false // with its address

    readonly property real start: !Theme.largeText ? icon.width + Theme.px(14) : 0
    readonly property string below: spelt ? `${channelName} · ${channelBrief}` : channelBrief
    // How wide it is with its name alone, and with its address.
    readonly property real brief: Math.ceil(start + Math.max(letters.advanceWidth(channelName), beside + small.advanceWidth(channelBrief))) + 1
    readonly property real whole: Math.ceil(start + Math.max(letters.advanceWidth(channelValue), beside + small.advanceWidth(`${channelName} · ${channelBrief}`))) + 1
    readonly property real beside: dot.width + Theme.px(10)

    implicitHeight: 2 * Theme.captionLine

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        font.weight: Font.Bold
    }

    FontMetrics {
        id: small

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
    }

    KioskIcon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        visible: !Theme.largeText // the words take the room
        name: channel.channelIcon
        size: Theme.px(34)
        color: Theme.highContrast ? Theme.link : Theme.askText
    }

    KioskText {
        x: channel.start
        width: parent.width - x
        text: channel.spelt ? channel.channelValue : channel.channelName
        decorative: true
        level: KioskText.Caption
        font.weight: Font.Bold
        elide: Text.ElideRight
    }

    Rectangle {
        id: dot

        x: channel.start
        y: Theme.captionLine + Math.round((Theme.captionLine - height) / 2) + Theme.px(1)
        width: Theme.px(12)
        height: width
        radius: width / 2
        color: channel.channelOpen ? Theme.good : Theme.wait
    }

    KioskText {
        x: channel.start + channel.beside
        y: Theme.captionLine
        width: parent.width - x
        text: channel.below
        decorative: true
        secondary: true
        level: KioskText.Caption
        elide: Text.ElideRight
    }
}
