pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A question with two answers, or a third between them, one below the other, inside a dialog.
Column {
    id: answers

    property string question
    property string words
    property string yes
    property string yesIcon
    property string also // the third; empty: none
    property string alsoIcon
    property string no
    property string noIcon
    readonly property Item primary: agree

    signal agreed
    signal alsoChosen
    signal declined

    spacing: Theme.px(20)

    KioskText {
        width: parent.width
        text: answers.question
        heading: true
        level: KioskText.Display
        wrapMode: Text.WordWrap
    }

    KioskText {
        width: parent.width
        visible: text !== ""
        bottomPadding: Theme.px(20)
        text: answers.words
        wrapMode: Text.WordWrap
    }

    KioskButton {
        id: agree

        objectName: `${answers.objectName}.yes`
        kind: KioskButton.Primary
        big: true
        width: parent.width
        text: answers.yes
        iconName: answers.yesIcon
        onClicked: answers.agreed()
    }

    KioskButton {
        objectName: `${answers.objectName}.also`
        visible: text !== ""
        width: parent.width
        text: answers.also
        iconName: answers.alsoIcon
        onClicked: answers.alsoChosen()
    }

    KioskButton {
        objectName: `${answers.objectName}.no`
        width: parent.width
        text: answers.no
        iconName: answers.noIcon
        onClicked: answers.declined()
    }
}
