pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Questions to touch, one below the other or in two columns, under what they have in common.
Column {
    id: questions

    property string heading
    property string group // names the rows for tests
    property alias model: rows.model
    property int columns: 1
    readonly property int count: rows.count

    signal opened(article: string)

    visible: count > 0

    KioskText {
        width: parent.width
        visible: text !== ""
        bottomPadding: Theme.px(2)
        text: questions.heading
        heading: true
        level: KioskText.Heading
        wrapMode: Text.WordWrap
    }

    Grid {
        width: parent.width
        columns: questions.columns
        columnSpacing: Theme.px(48)

        Repeater {
            id: rows

            KioskLine {
                required property int index
                required property string questionArticle
                required property string questionText

                objectName: `${questions.group}.${questionArticle}`
                width: Math.floor((questions.width - (questions.columns - 1) * Theme.px(48)) / questions.columns)
                text: questionText
                ruled: index < rows.count - questions.columns
                onClicked: questions.opened(questionArticle)
            }
        }
    }
}
