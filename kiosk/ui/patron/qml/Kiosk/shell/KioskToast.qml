import QtQuick
import Kiosk

// Said for 6 s, or for half a minute where it is told, above the dock, with at most one thing to undo.
Rectangle {
    id: toast

    property string text
    property string action
    property string iconName: "check"
    property bool shown: text !== ""
    property string lastText
    property bool lasting: false // it is told first, and keys lead to it

    signal acted
    signal ended

    implicitHeight: Math.max(Theme.px(96) + Theme.growth, words.height + Theme.px(48))
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

        interval: toast.lasting ? 30000 : 6000
        onTriggered: toast.ended()
    }

    KioskIcon {
        id: icon

        x: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        name: toast.iconName
        size: Theme.icon(34)
        thickness: 2.4
        color: Theme.paper
    }

    KioskText {
        id: words

        x: icon.x + icon.width + Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        width: (undo.visible ? undo.x - Theme.px(16) : parent.width - Theme.px(28)) - x
        text: toast.lastText
        decorative: true
        color: Theme.paper
        wrapMode: Text.WordWrap
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
