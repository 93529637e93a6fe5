import QtQuick
import Kiosk

// The way from home into a section: the guide card touched rises and fills the page, which shows as it fades.
Item {
    id: rise

    property string section: "find"
    readonly property bool running: growth.running

    objectName: "rise"
    anchors.fill: parent
    visible: running

    function begin(from: rect, to: rect, section: string): void {
        if (from.width <= 0 || Theme.reducedMotion)
            return;
        growth.stop();
        rise.section = section;
        card.x = from.x;
        card.y = from.y;
        card.width = from.width;
        card.height = from.height;
        card.opacity = 1;
        across.to = to.x;
        up.to = to.y;
        wide.to = to.width;
        high.to = to.height;
        growth.start();
    }

    Rectangle {
        id: card

        radius: Theme.radiusButton
        color: Theme.card
        border.width: Theme.frame(1)
        border.color: Theme.line

        Rectangle {
            width: parent.width
            height: Theme.px(10)
            radius: Theme.radiusButton
            color: Theme.sectionFill(rise.section)
        }
    }

    ParallelAnimation {
        id: growth

        NumberAnimation {
            id: across

            target: card
            property: "x"
            duration: 250
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: up

            target: card
            property: "y"
            duration: 250
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: wide

            target: card
            property: "width"
            duration: 250
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            id: high

            target: card
            property: "height"
            duration: 250
            easing.type: Easing.OutCubic
        }
        SequentialAnimation {
            PauseAnimation {
                duration: 130
            }
            NumberAnimation {
                target: card
                property: "opacity"
                to: 0
                duration: 120
            }
        }
    }
}
