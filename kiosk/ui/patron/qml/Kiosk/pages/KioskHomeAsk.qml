pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Ask card at home: the commonest questions, and one's own.
Column {
    id: ask

    required property HomeViewModel home
    property int rows: 3 // with one's own
    property real gap: Theme.px(16)
    property real room: Infinity // how high the questions may be in all

    // The commonest that fit, whole; where the card is narrow, rather those that stand on a line each.
    readonly property list<int> chosen: {
        const all = Array.from({
            length: questions.count
        }, (_, index) => index).filter(index => !((questions.itemAt(index) as KioskLine)?.cut ?? false));
        const brief = fitting(all.filter(index => (questions.itemAt(index)?.implicitHeight ?? Infinity) <= Theme.rowHeight));
        const first = fitting(all);
        return brief.length > first.length ? brief : first;
    }

    function fitting(order: list<int>): list<int> {
        const taken = [];
        let used = own.implicitHeight;
        for (const index of order) {
            used += questions.itemAt(index)?.implicitHeight ?? 0;
            if (used > room || taken.length === rows - 1)
                break;
            taken.push(index);
        }
        return taken;
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
            visible: ask.chosen.includes(index)
            text: questionText
            gap: ask.gap
            onClicked: ask.home.askQuestion(questionArticle)
        }
    }

    KioskLine {
        id: own

        objectName: "home.ask"
        width: ask.width
        text: qsTrId("home.ask.own")
        gap: ask.gap
        color: Theme.highContrast ? Theme.link : Theme.askText
        weight: Font.Bold
        ruled: false
        onClicked: ask.home.ask()
    }
}
