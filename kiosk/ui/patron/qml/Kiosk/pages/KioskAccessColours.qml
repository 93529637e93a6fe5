import QtQuick
import Kiosk
import Kiosk.Desk

// Light, dark or high contrast.
FocusScope {
    id: colours

    required property ShellViewModel shell

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
        }
    }
}
