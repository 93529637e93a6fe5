pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// How else the library is reached, and whether somebody is there now.
Column {
    id: channels

    property alias model: rows.model
    readonly property int count: rows.count

    visible: count > 0
    spacing: Theme.px(16)

    KioskText {
        width: parent.width
        text: qsTrId("answer.channels")
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    KioskCard {
        width: parent.width
        implicitHeight: list.height

        Column {
            id: list

            width: parent.width

            Repeater {
                id: rows

                Item {
                    id: row

                    required property int index
                    required property string channelName
                    required property string channelValue
                    required property string channelState
                    required property string channelTold
                    required property string channelIcon
                    required property bool channelOpen

                    width: list.width
                    height: words.height + Theme.px(36)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: channelTold

                    KioskIcon {
                        x: Theme.px(28)
                        y: Theme.px(22)
                        name: row.channelIcon
                        size: Theme.px(38)
                        color: Theme.askText
                    }

                    Column {
                        id: words

                        x: Theme.px(88)
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - x - Theme.px(24)
                        spacing: Theme.px(6)

                        KioskText {
                            width: parent.width
                            text: row.channelName
                            decorative: true
                            level: KioskText.Caption
                            secondary: true
                            elide: Text.ElideRight
                        }

                        KioskText {
                            width: parent.width
                            text: row.channelValue
                            decorative: true
                            level: channels.width < Theme.px(760) ? KioskText.Body : KioskText.Row
                            font.weight: Font.DemiBold
                            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        }

                        KioskStateChip {
                            width: Math.min(implicitWidth, parent.width)
                            text: row.channelState
                            wraps: true
                            tone: row.channelOpen ? KioskStateChip.Good : KioskStateChip.Wait
                            Accessible.ignored: true
                        }
                    }

                    Rectangle {
                        y: parent.height - height
                        width: parent.width
                        height: Theme.hairline
                        visible: row.index < rows.count - 1
                        color: Theme.line
                    }
                }
            }
        }
    }
}
