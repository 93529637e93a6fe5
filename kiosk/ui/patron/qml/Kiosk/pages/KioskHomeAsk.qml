pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Ask card at home: the commonest questions, and one's own.
Column {
    id: ask

    required property HomeViewModel home
    property int rows: 2

    Repeater {
        model: ask.home.questions

        KioskLine {
            required property int index
            required property string questionArticle
            required property string questionText

            objectName: `home.question.${questionArticle}`
            width: ask.width
            visible: index < ask.rows
            text: questionText
            onClicked: ask.home.askQuestion(questionArticle)
        }
    }

    KioskLine {
        objectName: "home.ask"
        width: ask.width
        text: qsTrId("home.ask.own")
        color: Theme.highContrast ? Theme.link : Theme.askText
        weight: Font.Bold
        ruled: false
        onClicked: ask.home.ask()
    }
}
