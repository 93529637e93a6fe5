import QtQuick
import Kiosk

// One key: a letter, or a function with a word or an icon. Held, it asks for its variants.
KioskPressable {
    id: key

    property string hint
    property string iconName
    property bool functional: false
    property bool go: false
    property bool latched: false
    property bool wordy: text.length > 2
    property bool aimed: false // arrows have come to it

    signal held

    width: Theme.px(80)
    height: Theme.px(88)
    padding: 0
    around: Theme.radiusCard
    focusPolicy: Qt.NoFocus
    ringed: aimed
    onPressAndHold: held()

    readonly property bool dark: (down || latched) && !go
    readonly property color inkNow: go ? Theme.actInk : dark ? Theme.paper : Theme.ink

    background: KioskPlate {
        pressed: key.down
        radius: Theme.radiusCard
        face: key.go ? Theme.action : key.latched ? Theme.ink : key.functional ? Theme.paper : Theme.card
        pressedFace: key.go ? Theme.actionDown : Theme.ink
        lipColor: key.go ? Theme.actionDown : Theme.line
        lip: Theme.px(4)
        frame: key.go || key.dark ? "transparent" : Theme.edge
        frameWidth: Theme.hairline
    }

    contentItem: Item {
        transform: Translate {
            y: key.down ? Theme.px(4) : 0
        }

        KioskText {
            anchors.fill: parent
            turned: false
            visible: key.iconName === ""
            text: key.text
            decorative: true
            horizontalAlignment: Text.AlignHCenter
            color: key.inkNow
            font.pixelSize: Theme.px(key.wordy ? 26 : 32)
            font.weight: key.wordy || !key.functional ? Font.DemiBold : Font.Bold
            lineHeight: Theme.px(40)
            elide: Text.ElideRight
        }

        KioskText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(9)
            y: Theme.px(5)
            turned: false
            text: key.hint
            visible: text !== "" && !key.down
            decorative: true
            secondary: true
            font.pixelSize: Theme.px(22)
            lineHeight: Theme.px(28)
        }

        KioskIcon {
            anchors.centerIn: parent
            turned: false
            visible: key.iconName !== ""
            name: key.iconName
            size: Theme.px(36)
            color: key.inkNow
        }
    }
}
