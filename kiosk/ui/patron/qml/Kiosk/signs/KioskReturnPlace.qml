pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// One shelf of KioskReturnPlaces, with some books in it.
Item {
    id: place

    property string label
    property int number: 0
    property bool chosen: false

    readonly property list<string> colours: ["#8A2F2A", "#E0A93B", "#2A4B8D", "#5E6A2B", "#5A3A66", "#1B2A49", "#A8482C", "#0B5D4B", "#D98773", "#3F4A57"]
    readonly property list<int> heights: [150, 170, 140, 160, 138, 176, 150, 164, 144, 168]
    readonly property list<int> firsts: [0, 3, 8, 0]
    readonly property list<int> counts: [3, 5, 2, 0]

    readonly property real taller: Math.max(0, words.height - Theme.px(32)) // a label of more than a line

    // A label is as small as its longest word asks, down to the smallest size: no word is broken.
    readonly property real widest: metrics.height > 0 ? widestOf(label.split(" ")) : 1 // asked anew with another typeface
    readonly property real labelSize: Math.max(Theme.px(22), Math.floor(Theme.captionSize * Math.min(1, words.width / widest)))

    function widestOf(all: list<string>): real {
        return all.reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), 1);
    }

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
        font.weight: Font.Bold
    }

    // As many as stand there without one behind another, beside the one that is laid down.
    readonly property int fitting: Math.floor((inside.width - Theme.px(chosen ? 86 : 10)) / Theme.px(29))

    implicitHeight: Theme.px(342)

    Repeater {
        model: 2

        Rectangle {
            required property int index

            x: index === 0 ? Theme.px(18) : place.width - Theme.px(32)
            y: Theme.px(298)
            width: Theme.px(14)
            height: Theme.px(44)
            color: place.chosen ? Theme.giveBack : Theme.edge
        }
    }

    Rectangle {
        width: parent.width
        height: Theme.px(300)
        radius: Theme.px(6)
        color: place.chosen ? Theme.giveBack : Theme.card
        border.width: place.chosen ? 0 : Theme.stroke(2)
        border.color: Theme.edge
    }

    Rectangle {
        id: inside

        x: Theme.px(12)
        y: Theme.px(12)
        width: parent.width - 2 * x
        height: Theme.px(226) - place.taller
        radius: Theme.px(3)
        color: place.chosen ? Theme.blended("#000000", Theme.giveBack, 0.4) : Theme.paper
        border.width: Theme.highContrast ? Theme.stroke(2) : 0
        border.color: Theme.edge
        clip: true

        Repeater {
            model: Math.max(0, Math.min(place.counts[place.number % 4], place.fitting))

            Rectangle {
                id: back

                required property int index
                readonly property int which: place.firsts[place.number % 4] + index

                x: Theme.px(10 + index * 29)
                y: parent ? parent.height - height : 0
                width: Theme.px(26)
                height: Theme.px(place.heights[which])
                color: place.colours[which]

                Rectangle {
                    y: Theme.px(10)
                    width: parent.width
                    height: Theme.px(3)
                    color: Theme.faded("#FFFFFF", 0.5)
                }

                Rectangle {
                    x: Theme.px(4)
                    y: parent.height - Theme.px(34)
                    width: Theme.px(18)
                    height: Theme.px(22)
                    color: "#FFFFFF"
                }
            }
        }

        Repeater {
            model: place.chosen ? 2 : 0

            KioskIcon {
                required property int index

                x: inside.width - Theme.px(76)
                y: Theme.px(index * 33)
                name: "down"
                size: Theme.px(58)
                thickness: 2.2
                color: index === 0 ? Theme.faded(Theme.secInk, 0.5) : Theme.secInk
            }
        }

        Rectangle {
            x: inside.width - Theme.px(70)
            y: parent.height - height
            visible: place.chosen
            width: Theme.px(46)
            height: Theme.px(136)
            color: "#1F6B78"
            border.width: Theme.stroke(3)
            border.color: "#FFFFFF"

            Rectangle {
                y: Theme.px(94)
                width: parent.width
                height: Theme.px(28)
                color: "#FFFFFF"
            }
        }
    }

    Rectangle {
        x: Theme.px(Theme.largeText ? 2 : 12)
        y: Theme.px(250) - place.taller
        width: parent.width - 2 * x
        height: Theme.px(40) + place.taller
        radius: Theme.radiusLabel
        color: Theme.label
        border.width: Theme.controlStroke
        border.color: Theme.labelFrame

        KioskText {
            id: words

            anchors.centerIn: parent
            width: parent.width - Theme.px(8)
            horizontalAlignment: Text.AlignHCenter
            text: place.label
            level: KioskText.Caption
            color: Theme.labelInk
            font.weight: Font.Bold
            font.pixelSize: place.labelSize
            lineHeight: place.labelSize + Theme.px(6)
            wrapMode: Text.WordWrap
        }
    }
}
