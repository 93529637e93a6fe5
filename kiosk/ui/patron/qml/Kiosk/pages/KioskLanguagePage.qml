pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Which language the kiosk speaks: each named in itself.
KioskPage {
    id: page

    required property ShellViewModel shell

    name: qsTrId("language.title")
    firstFocus: list

    KioskText {
        id: heading

        x: list.x + Theme.px(16)
        y: Theme.px(48)
        width: list.width - Theme.px(32)
        text: page.name
        level: KioskText.Display
        heading: true
        wrapMode: Text.WordWrap
    }

    FocusScope {
        id: list

        x: Math.max(Theme.px(24), Math.round((parent.width - Theme.px(1032)) / 2))
        y: heading.y + heading.height + Theme.px(32)
        width: parent.width - 2 * x
        height: column.height

        KioskCard {
            anchors.fill: column
            lift: 6
        }

        Column {
            id: column

            width: parent.width

            Repeater {
                model: page.shell.languages

                KioskRow {
                    id: choice

                    required property string languageCode
                    required property string languageName
                    required property int index
                    readonly property bool current: languageCode === page.shell.language

                    objectName: `language.${languageCode}`
                    width: column.width
                    height: Theme.px(120) + Theme.growth
                    focus: index === 0
                    text: languageName
                    chosen: current
                    iconName: current ? "check" : "next"
                    endPadding: Theme.px(40)
                    Accessible.role: Accessible.RadioButton
                    Accessible.checkable: true
                    Accessible.checked: current
                    onClicked: {
                        page.shell.chooseLanguage(languageCode);
                        page.shell.back();
                    }

                    KioskText {
                        x: Theme.px(40)
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - x
                        text: choice.languageName
                        decorative: true
                        level: KioskText.Heading
                        font.weight: choice.current ? Font.Bold : Font.Normal
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
