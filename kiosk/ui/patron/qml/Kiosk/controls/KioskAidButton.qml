import QtQuick
import Kiosk

// An aid in one touch: its sign above its word; on, it is turned inside out and ticked. Where there is no
// room for words the sign stays beside the tick: two ticks alone would not tell what they switch off.
KioskPressable {
    id: button

    property string iconName
    property bool on: false
    property bool wordless: false // the sign alone, named for screen readers
    property bool docked: false

    readonly property color ink: docked ? Theme.barInk : Theme.ink
    readonly property color ground: docked ? Theme.bar : Theme.card

    implicitWidth: Math.max(Theme.px(80), (wordless ? 0 : word.implicitWidth) + leftPadding + rightPadding)
    implicitHeight: Theme.px(80) + (wordless ? 0 : Theme.captionLine - Theme.px(28))
    leftPadding: Theme.px(wordless ? 4 : 14)
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    background: Rectangle {
        radius: Theme.radiusButton
        color: button.on ? button.ink : button.down ? Theme.blended(button.ink, button.ground, 0.2) : button.docked ? Theme.faded(Theme.bar, 0) : button.ground
        border.width: button.on || button.docked ? 0 : Theme.controlStroke
        border.color: Theme.edge
    }

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.px(2)

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.px(2)

                KioskIcon {
                    visible: button.on
                    anchors.verticalCenter: parent.verticalCenter
                    name: "check"
                    size: Theme.px(button.wordless ? 26 : 32)
                    color: button.ground
                }

                KioskIcon {
                    visible: button.wordless || !button.on
                    anchors.verticalCenter: parent.verticalCenter
                    name: button.iconName
                    size: button.wordless ? Math.min(Theme.icon(32), Theme.px(40)) : Theme.px(32)
                    color: button.on ? button.ground : button.ink
                }
            }

            KioskText {
                id: word

                anchors.horizontalCenter: parent.horizontalCenter
                visible: !button.wordless
                text: button.text
                level: KioskText.Caption
                font.weight: Font.DemiBold
                decorative: true
                color: button.on ? button.ground : button.ink
            }
        }
    }
}
