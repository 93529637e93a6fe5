import QtQuick
import Kiosk
import Kiosk.Desk

// The topics of the library's answers, or why there are none.
Column {
    id: shelves

    required property AskViewModel ask
    readonly property alias widest: topics.widest // of the topics

    spacing: Theme.px(20)

    KioskText {
        width: parent.width
        visible: text !== ""
        text: shelves.ask.trouble
        color: Theme.wait
        wrapMode: Text.WordWrap
    }

    KioskText {
        visible: topics.visible
        text: qsTrId("ask.topics")
        heading: true
        level: KioskText.Heading
    }

    KioskAskTopics {
        id: topics

        width: parent.width
        visible: implicitHeight > 0
        model: shelves.ask.topics
        onChosen: key => shelves.ask.chooseTopic(key)
    }
}
