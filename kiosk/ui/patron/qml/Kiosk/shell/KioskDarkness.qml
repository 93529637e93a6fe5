import QtQuick

// Black over everything while the branch is closed and nobody is there; the touch that wakes it does no more.
Rectangle {
    id: darkness

    required property bool asleep

    signal woken

    objectName: "darkness"
    visible: asleep
    color: "black" // what gives no light, whatever the theme
    Accessible.role: Accessible.Pane
    Accessible.name: qsTrId("front.asleep")

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true
        onReleased: darkness.woken()
    }
}
