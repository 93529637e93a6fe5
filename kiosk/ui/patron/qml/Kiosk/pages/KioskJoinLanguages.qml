pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// In which language the library writes: one of a few, each named in itself.
Column {
    id: list

    required property JoinViewModel join

    spacing: Theme.px(16)

    Repeater {
        model: list.join.languages

        KioskRow {
            id: choice

            required property string languageCode
            required property string languageName
            required property bool languageChosen

            objectName: `join.language.${languageCode}`
            width: list.width
            height: Theme.px(112) + Theme.growth
            text: languageName
            carded: true
            chosen: languageChosen
            iconName: languageChosen ? "check" : ""
            endPadding: Theme.px(32)
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: languageChosen
            onClicked: list.join.chooseLanguage(languageCode)

            KioskText {
                x: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x
                text: choice.languageName
                decorative: true
                level: KioskText.Heading
                font.weight: choice.languageChosen ? Font.Bold : Font.Normal
                elide: Text.ElideRight
            }
        }
    }
}
