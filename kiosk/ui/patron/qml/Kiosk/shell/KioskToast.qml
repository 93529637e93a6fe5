import QtQuick
import Kiosk

// Said for 6 s above the dock, with at most one thing to undo.
Rectangle {
    id: toast

    property string text
    property string action
    property string iconName: "check"
    property bool shown: text !== ""
    property string lastText

    signal acted
    signal ended

    implicitHeight: Theme.px(96) + Theme.growth
    visible: opacity > 0
    opacity: 0
    radius: Theme.radiusButton
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: lastText
    onTextChanged: if (text !== "") {
        lastText = text;
        lifetime.restart();
    }

    KioskLift {
        layers: 6
        radius: toast.radius
        z: -1
    }

    Timer {
        id: lifetime

        interval: 6000
        onTriggered: toast.ended()
    }

    KioskLabel {
        x: Theme.px(28)
        width: undo.visible ? undo.x - x - Theme.px(16) : parent.width - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        text: toast.lastText
        iconName: toast.iconName
        iconSize: Theme.icon(34)
        iconThickness: 2.4
        gap: Theme.px(18)
        weight: Font.Normal
        color: Theme.paper
    }

    KioskTextLink {
        id: undo

        objectName: "toast.action"
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(32)
        anchors.verticalCenter: parent.verticalCenter
        visible: toast.action !== ""
        text: toast.action
        color: Theme.paper
        pressedColor: Theme.paper
        underlined: true
        weight: Font.Bold
        onClicked: toast.acted()
    }

    states: State {
        name: "shown"
        when: toast.shown

        PropertyChanges {
            toast.opacity: 1
            slide.y: 0
        }
    }

    transform: Translate {
        id: slide

        y: Theme.reducedMotion ? 0 : Theme.px(24)
    }

    transitions: [
        Transition {
            to: "shown"

            NumberAnimation {
                properties: "opacity,y"
                duration: Theme.duration(200)
                easing.type: Easing.OutCubic
            }
        },
        Transition {
            from: "shown"

            NumberAnimation {
                properties: "opacity,y"
                duration: Theme.duration(150)
            }
        }
    ]
}
