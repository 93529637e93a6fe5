import QtQuick
import Kiosk

// A book's back on the shelf with its title, author and call number, whose lines make the label's height.
KioskPressable {
    id: spine

    property string title
    property string author
    property string callNumber
    property color ground: Theme.find
    property color inkColor: "#FFFFFF"
    property real unitsWide: 80
    property real unitsHigh: 210
    property bool current: false

    // In high contrast a book's colours would not stand out enough from one another.
    readonly property color back: Theme.highContrast ? Theme.card : ground
    readonly property color lettersInk: Theme.highContrast ? Theme.ink : inkColor

    // A narrow back bears the words that matter: no article in front, whole words as far as there is room.
    readonly property string lettered: {
        const words = title.replace(/^(der|die|das|ein|eine|the|an?|les?|la|el|il) (?=.)/i, "").split(" ");
        const noun = words.length > 1 && words[0] === words[0].toLowerCase() && words[1] !== words[1].toLowerCase() ? words[1] : "";
        const loose = word => word.length < 4 && word.toLowerCase() === word;
        while (words.length > 1 && (letters.advanceWidth(words.join(" ")) > lettering.width || loose(words[words.length - 1])))
            words.pop();
        // An adjective alone says less than its noun; a word that has no room in small letters is left out, not cut.
        const left = (words.length === 1 && noun !== "" ? noun : words.join(" ")).replace(/[\s.,:;–/-]+$/, "");
        return letters.advanceWidth(left) * smallest > lettering.width ? "" : left;
    }

    readonly property real smallest: 15 / 22 // of the letters' size

    implicitWidth: Theme.px(unitsWide)
    implicitHeight: Theme.px(unitsHigh)
    padding: 0
    around: Theme.radiusLabel
    ownWords: [title, author]
    text: [title, author, callNumber.replace(/\n(?=\.)/g, "").replace(/\n/g, " ")].filter(part => part !== "").join(", ")

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.px(22)
        font.weight: Font.Bold
    }

    background: Item {
        Rectangle {
            visible: spine.current
            anchors.fill: parent
            anchors.margins: -Theme.px(5)
            anchors.bottomMargin: 0
            radius: Theme.px(6)
            color: Theme.action
        }

        Rectangle {
            anchors.fill: parent
            color: spine.down ? Qt.darker(spine.back, 1.15) : spine.back
            border.width: Theme.highContrast ? Theme.stroke(2) : 0
            border.color: Theme.line
        }

        Rectangle {
            width: Theme.stroke(3)
            height: parent.height
            color: Theme.faded("#FFFFFF", 0.18)
        }

        Rectangle {
            x: parent.width - width
            width: Theme.stroke(5)
            height: parent.height
            color: Theme.faded("#000000", 0.14)
        }

        Rectangle {
            y: Theme.px(12)
            width: parent.width
            height: Theme.stroke(3)
            color: Theme.faded(spine.lettersInk, 0.6)
        }
    }

    contentItem: Item {
        Item {
            id: lettering

            y: Theme.px(22)
            x: Math.round(parent.width / 2) + Theme.px(30)
            width: spine.height - Theme.px(22) - Theme.px(20) - label.height
            height: Theme.px(60)
            rotation: 90
            transformOrigin: Item.TopLeft

            KioskText {
                width: parent.width
                text: spine.lettered
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(15)
                level: KioskText.Caption
                decorative: true
                lineHeight: Theme.px(24)
                font.pixelSize: Theme.px(22)
                font.weight: Font.Bold
                color: spine.lettersInk
                elide: Text.ElideRight
            }

            KioskText {
                y: Theme.px(25)
                width: parent.width
                text: spine.author
                level: KioskText.Caption
                decorative: true
                lineHeight: Theme.px(24)
                font.pixelSize: Theme.px(22)
                color: spine.lettersInk
                elide: Text.ElideRight
            }
        }

        Rectangle {
            id: label

            x: Theme.px(7)
            y: parent.height - height - Theme.px(12)
            width: parent.width - 2 * x
            height: lines.lineCount * lines.lineHeight + Theme.px(6)
            radius: Theme.px(2)
            color: Theme.label
            border.width: Theme.stroke(1)
            border.color: Theme.labelFrame
            visible: spine.callNumber !== ""

            KioskText {
                id: lines

                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                text: spine.callNumber
                decorative: true
                horizontalAlignment: Text.AlignHCenter
                font.family: Theme.mono
                font.weight: Font.Bold
                font.pixelSize: Theme.px(22)
                lineHeight: Theme.px(25)
                color: Theme.labelInk
            }
        }
    }
}
