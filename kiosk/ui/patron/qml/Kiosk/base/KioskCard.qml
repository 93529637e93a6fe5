import QtQuick
import Kiosk

// An index card: warm white, a hairline edge, its lift; `marginLine` > 0 draws the one thin red line there.
Item {
    id: card

    property int lift: 3
    property real radius: Theme.radiusCard
    property color fill: Theme.card
    property color frame: Theme.line
    property real frameWidth: Theme.hairline
    property real marginLine: 0
    property real padding: 0
    default property alias content: inside.data

    implicitWidth: inside.childrenRect.width + 2 * padding
    implicitHeight: inside.childrenRect.height + 2 * padding

    KioskLift {
        layers: card.lift
        radius: card.radius
        raised: card.lift > 0
    }

    Rectangle {
        anchors.fill: parent
        radius: card.radius
        color: card.fill
        border.width: card.frameWidth
        border.color: card.frame
    }

    Rectangle {
        visible: card.marginLine > 0 && !Theme.highContrast
        x: card.marginLine
        y: card.frameWidth
        width: Theme.stroke(2)
        height: parent.height - 2 * y
        color: Theme.rule
    }

    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: card.padding
    }
}
