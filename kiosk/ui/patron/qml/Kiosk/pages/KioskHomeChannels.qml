pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// How else the library is reached, and when, on one quiet strip; touched it shows the codes for a phone.
KioskPressable {
    id: strip

    required property HomeViewModel home
    property real room: 0 // how wide it may be at most
    property real easy: room // and with addresses, which are told where there is room
    property bool band: false // takes all its room, on two lines where it has to

    // Where not even one way has room beside how many more there are, the sign goes first, then a word.
    readonly property real leastEdges: 2 * Theme.px(24)
    readonly property real wholeEdges: leastEdges + Theme.icon(34) + Theme.px(24)
    readonly property real least: (entry(0)?.brief ?? 0) + plan.gap + rest.whole
    readonly property bool bare: rows.count > 1 && least > room - wholeEdges
    readonly property bool terse: bare && least > room - leastEdges
    readonly property real edges: bare ? leastEdges : wholeEdges

    KioskHomeChannelPlan {
        id: plan

        briefs: Array.from({
            length: rows.count
        }, (_, index) => strip.entry(index)?.brief ?? 0)
        wholes: Array.from({
            length: rows.count
        }, (_, index) => strip.entry(index)?.whole ?? 0)
        last: rest.wide
        room: strip.room - strip.edges
        easy: strip.easy - strip.edges
        gap: Theme.px(Theme.largeText ? 28 : 40)
        band: strip.band
    }

    function entry(index: int): KioskHomeChannel {
        return rows.itemAt(index) as KioskHomeChannel;
    }

    objectName: "home.channels"
    visible: rows.count > 0
    width: band ? room : Math.min(room, plan.natural + edges)
    height: Math.max(Theme.px(80), inner.implicitHeight + Theme.px(24))
    padding: 0
    leftPadding: Theme.px(24)
    rightPadding: Theme.px(24)
    text: qsTrId("help.reach.title")
    explanation: home.channelsTold
    onClicked: home.reach()

    background: Rectangle {
        radius: Theme.radiusButton
        color: strip.down ? Theme.tint : Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
    }

    contentItem: Item {
        Item {
            id: inner

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: implicitHeight
            implicitHeight: plan.topOf(plan.fitting - (plan.cut ? 0 : 1)) + 2 * Theme.captionLine

            Repeater {
                id: rows

                model: strip.home.channels

                KioskHomeChannel {
                    id: one

                    required property int index

                    x: plan.leftOf(index)
                    y: plan.topOf(index)
                    width: plan.widths[index] ?? 0
                    visible: index < plan.fitting
                    spelt: plan.told[index] ?? false

                    Rectangle {
                        x: parent.width + (plan.gap + plan.spread) / 2
                        y: Theme.px(2)
                        width: Theme.hairline
                        height: parent.height - 2 * y
                        visible: !plan.folded && (one.index < plan.fitting - 1 || plan.cut)
                        color: Theme.line
                    }
                }
            }

            Column {
                id: rest

                readonly property real figure: Math.ceil(all.advanceWidth)
                readonly property real whole: Math.max(figure, most.advanceWidth)
                readonly property real wide: strip.terse ? figure : whole

                x: plan.leftOf(plan.fitting)
                y: plan.topOf(plan.fitting)
                visible: plan.cut

                KioskText {
                    id: number

                    text: `+${rows.count - plan.fitting}`
                    decorative: true
                    level: KioskText.Caption
                    font.weight: Font.Bold
                }

                KioskText {
                    id: others

                    visible: !strip.terse
                    text: qsTrId("reach.more", rows.count - plan.fitting)
                    decorative: true
                    secondary: true
                    level: KioskText.Caption
                }

                // How many there are follows from the room left: so room is kept for the longest form and figure.
                TextMetrics {
                    id: all

                    font: number.font
                    text: `+${rows.count}`
                }

                TextMetrics {
                    id: most

                    font: others.font
                    text: qsTrId("reach.more", 5)
                }
            }
        }

        KioskIcon {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !strip.bare
            name: "qr"
            size: Theme.icon(34)
            color: Theme.highContrast ? Theme.link : Theme.askText
        }
    }
}
