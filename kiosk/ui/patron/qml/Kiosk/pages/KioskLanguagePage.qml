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

    FocusScope {
        id: list

        x: Math.max(Theme.px(40), Math.round((parent.width - Theme.px(1000)) / 2))
        y: Theme.px(48)
        width: parent.width - 2 * x
        height: column.height

        Column {
            id: column

            width: parent.width
            spacing: Theme.px(16)

            KioskText {
                text: page.name
                level: KioskText.Display
                heading: true
                bottomPadding: Theme.px(16)
            }

            Repeater {
                model: page.shell.languages

                KioskButton {
                    required property string languageCode
                    required property string languageName
                    required property int index

                    objectName: `language.${languageCode}`
                    width: column.width
                    compact: false
                    big: true
                    focus: index === 0
                    text: languageName
                    iconName: languageCode === page.shell.language ? "check" : ""
                    kind: languageCode === page.shell.language ? KioskButton.Primary : KioskButton.Plain
                    onClicked: {
                        page.shell.chooseLanguage(languageCode);
                        page.shell.back();
                    }
                }
            }
        }
    }
}
