import QtQuick
import Kiosk

// A guide card of the home screen: its coloured tab, its 10 px section line, and what lies on it.
// The tab and the line are one button that opens the section.
Item {
    id: card

    property string section: "find"
    property string title
    property string shortTitle // for a narrow card
    property string iconName
    property real tabX: -1 // from the card's left edge; negative: centred
    property bool tabRight: false // tabX counts from the right
    property real marginLine: 0
    default property alias content: inside.data

    readonly property color sectionColor: Theme.sectionFill(section)
    readonly property real tabHeight: Theme.px(84)
    readonly property real tabEdge: Theme.px(30) // clear of its shoulders, whatever is written on it
    readonly property real tabRoom: width - Theme.px(16) - 2 * tabEdge
    // Rather smaller than cut, then shorter, where large text has a narrow card.
    readonly property bool cramped: shortTitle !== "" && whole.advanceWidth * Theme.headingSize > tabRoom * Theme.titleSize
    readonly property bool smaller: (cramped ? part : whole).advanceWidth > tabRoom
    readonly property real tabEnd: tab.x + tab.width
    readonly property real tabLeft: tabX < 0 ? Math.round((width - tab.width) / 2) : tabRight ? width - tabX - tab.width : tabX

    signal opened

    KioskLift {
        layers: 6
        radius: Theme.radiusButton
        upward: true
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusButton
        color: Theme.card
        border.width: Theme.frame(1)
        border.color: Theme.line
    }

    Rectangle {
        width: parent.width
        height: 2 * Theme.radiusButton
        radius: Theme.radiusButton
        color: card.sectionColor
    }

    Rectangle {
        x: Theme.frame(1)
        y: Theme.px(10)
        width: parent.width - 2 * x
        height: 2 * Theme.radiusButton
        color: Theme.card
    }

    Rectangle {
        visible: card.marginLine > 0 && !Theme.highContrast
        x: card.marginLine
        y: Theme.px(10)
        width: Theme.stroke(2)
        height: parent.height - y - Theme.px(1)
        color: Theme.rule
    }

    KioskPressable {
        id: tab

        objectName: `homeCard.${card.section}`
        x: card.tabLeft
        y: -card.tabHeight
        height: card.tabHeight + Theme.px(10)
        implicitWidth: Math.max(Theme.px(302), implicitContentWidth + 2 * Theme.px(40))
        width: Math.min(implicitWidth, card.width - Theme.px(16))
        padding: 0
        leftPadding: Math.max(card.tabEdge, (width - implicitContentWidth) / 2)
        rightPadding: leftPadding
        bottomPadding: Theme.px(4)
        text: card.title
        ringInside: true
        onClicked: card.opened()

        background: KioskTabShape {
            layer.enabled: GraphicsInfo.api === GraphicsInfo.Software // as in KioskIcon
            shoulder: Theme.px(16)
            height: card.tabHeight + Theme.px(10)
            fill: card.sectionColor
        }

        contentItem: KioskLabel {
            text: card.cramped ? card.shortTitle : card.title
            iconName: card.iconName
            iconSize: Theme.largeText ? Theme.px(48) : Theme.px(40)
            gap: Theme.px(16)
            color: Theme.secInk
            level: card.smaller ? KioskText.Heading : KioskText.Title
            weight: Font.Bold
            centred: true
        }
    }

    TextMetrics {
        id: whole

        text: card.title
        font.family: Theme.family
        font.pixelSize: Theme.titleSize
        font.weight: Font.Bold
    }

    TextMetrics {
        id: part

        text: card.shortTitle
        font: whole.font
    }

    Item {
        id: inside

        anchors.fill: parent
        anchors.topMargin: Theme.px(10)
    }
}
