import QtQuick
import Kiosk
import Kiosk.Desk

// Light, dark or high contrast, and the keys for what has no switch of its own.
FocusScope {
    id: colours

    required property ShellViewModel shell
    required property NarrationViewModel narration

    implicitHeight: card.height

    KioskCard {
        id: card

        width: parent.width
        height: inner.height + 2 * Theme.px(32)
        lift: 6

        Column {
            id: inner

            x: Theme.px(36)
            y: Theme.px(28)
            width: parent.width - 2 * x
            spacing: Theme.px(20)

            KioskText {
                text: qsTrId("access.scheme")
                level: KioskText.Heading
                heading: true
            }

            KioskSegments {
                objectName: "access.scheme"
                focus: true
                width: parent.width
                name: qsTrId("access.scheme")
                labels: [qsTrId("access.light"), qsTrId("access.dark"), qsTrId("access.high_contrast")]
                currentIndex: colours.shell.scheme
                onChosen: index => colours.shell.chooseScheme(index)
            }

            KioskText {
                objectName: "access.otherKeys"
                width: parent.width
                visible: text !== ""
                text: colours.narration.otherKeys
                level: KioskText.Caption
                secondary: true
                wrapMode: Text.WordWrap
            }
        }
    }
}
