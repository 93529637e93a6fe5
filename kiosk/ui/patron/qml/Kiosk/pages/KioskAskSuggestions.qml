pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The card below the field while one types: questions that are meant perhaps, then what was typed itself.
Item {
    id: suggestions

    required property AskViewModel ask
    property int columns: 1

    readonly property real rowHeight: Theme.rowHeight

    KioskCountTold {
        count: meant.count
    }

    KioskCard {
        width: parent.width
        height: Math.min(suggestions.height - Theme.px(Theme.portrait ? 16 : 6), inner.height + Theme.px(12))
        lift: 6
        visible: suggestions.ask.own !== ""

        Flickable {
            objectName: "ask.suggestions"
            x: Theme.px(28)
            y: Theme.px(6)
            width: parent.width - 2 * x
            height: parent.height - 2 * y
            clip: true
            interactive: contentHeight > height
            contentHeight: inner.height
            boundsBehavior: Flickable.DragAndOvershootBounds

            Column {
                id: inner

                width: parent.width

                KioskAskQuestions {
                    id: meant

                    width: parent.width
                    columns: meant.count > 1 ? suggestions.columns : 1
                    group: "ask.suggestion"
                    model: suggestions.ask.suggestions
                    onOpened: article => suggestions.ask.openQuestion(article)
                }

                Rectangle {
                    width: parent.width
                    height: Theme.hairline
                    color: Theme.line
                }

                KioskLine {
                    objectName: "ask.own"
                    width: parent.width
                    text: suggestions.ask.own
                    color: Theme.highContrast ? Theme.link : Theme.askText
                    weight: Font.Bold
                    ruled: false
                    onClicked: suggestions.ask.submit()
                }
            }
        }
    }
}
