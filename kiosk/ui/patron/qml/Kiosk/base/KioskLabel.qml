import QtQuick
import Kiosk

// An icon and a word side by side, as on every button: never in the accessibility tree, the control is.
// Where both have no room the icon goes, then the words stand smaller and on two lines.
Item {
    id: label

    property string text
    property string iconName
    property color color: Theme.ink
    property color iconColor: color
    property real iconSize: Theme.icon(32)
    property real iconThickness: Theme.iconStroke
    property real gap: Theme.px(14)
    property bool big: false
    property bool underlined: false
    property real lift: 0
    property bool centred: false
    property int level: big ? KioskText.Heading : KioskText.Body
    property int weight: Font.DemiBold
    readonly property bool tight: width > 0 && width < wanted - 1
    readonly property bool narrow: width > 0 && width < letters.advanceWidth - 1 // too narrow for the words alone
    readonly property real wanted: (iconName !== "" ? iconSize : 0) + (iconName !== "" && text !== "" ? gap : 0) + Math.ceil(letters.advanceWidth)

    implicitWidth: Math.round(wanted)
    implicitHeight: words.implicitHeight

    TextMetrics {
        id: letters

        text: label.text
        font.family: Theme.family
        font.pixelSize: [Theme.captionSize, Theme.bodySize, Theme.rowSize, Theme.headingSize, Theme.titleSize, Theme.displaySize, Theme.posterSize][label.level]
        font.weight: label.weight
    }

    Row {
        x: label.centred ? Math.round(Math.max(0, label.width - width) / 2) : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: label.gap

        KioskIcon {
            anchors.verticalCenter: parent.verticalCenter
            visible: label.iconName !== "" && !(label.tight && label.text !== "")
            name: label.iconName
            size: label.iconSize
            thickness: label.iconThickness
            color: label.iconColor
        }

        KioskText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -label.lift
            visible: label.text !== ""
            width: label.narrow ? label.width : implicitWidth
            horizontalAlignment: label.narrow && label.centred ? Text.AlignHCenter : Theme.alignStart
            text: label.text
            decorative: true
            level: label.narrow ? KioskText.Caption : label.level
            color: label.color
            font.weight: label.weight
            wrapMode: label.narrow ? Text.WordWrap : Text.NoWrap
            font.underline: label.underlined
        }
    }
}
