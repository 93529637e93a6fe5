pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Ask card at home: the commonest questions, and one's own.
Column {
    id: ask

    required property HomeViewModel home
    property int rows: 2
    property real room: Infinity // how high the questions may be in all

    readonly property int fitting: {
        let used = own.implicitHeight;
        for (let index = 0; index < Math.min(rows, questions.count); index++) {
            used += questions.itemAt(index)?.implicitHeight ?? 0;
            if (used > room)
                return index;
        }
        return rows;
    }

    Repeater {
        id: questions

        model: ask.home.questions

        KioskLine {
            required property int index
            required property string questionArticle
            required property string questionText

            objectName: `home.question.${questionArticle}`
            width: ask.width
            visible: index < ask.fitting
            text: questionText
            onClicked: ask.home.askQuestion(questionArticle)
        }
    }

    KioskLine {
        id: own

        objectName: "home.ask"
        width: ask.width
        text: qsTrId("home.ask.own")
        color: Theme.highContrast ? Theme.link : Theme.askText
        weight: Font.Bold
        ruled: false
        onClicked: ask.home.ask()
    }
}
