import QtQuick
import Kiosk
import Kiosk.Desk

// The question of an answer, with the way into the ear: whoever cannot read must not have to search for it.
Column {
    id: head

    required property AnswerViewModel answer

    readonly property AnswerSpeechViewModel speech: answer.speech
    readonly property bool spoken: speech.offered || speech.speaking
    // As wide as either of its words, so that nothing moves at a touch.
    readonly property real speakWidth: Math.max(speak.implicitWidth, other.implicitWidth)
    readonly property bool beside: spoken && speakWidth + Theme.px(24) <= width / 2

    spacing: Theme.px(12)

    Item {
        width: parent.width
        height: head.beside ? Math.max(title.height, speak.height) : title.height + (head.spoken ? Theme.px(12) + speak.height : 0)

        KioskText {
            id: title

            objectName: "answer.title"
            y: head.beside ? Math.max(0, Math.round((speak.height - height) / 2)) : 0
            width: parent.width - (head.beside ? head.speakWidth + Theme.px(24) : 0)
            text: head.answer.title
            heading: true
            secondary: true
            level: KioskText.Heading
            font.weight: Font.Medium
            wrapMode: Text.WordWrap
        }

        KioskButton {
            id: speak

            objectName: "answer.aloud"
            x: head.beside ? parent.width - width : 0
            y: head.beside ? 0 : title.height + Theme.px(12)
            width: head.speakWidth
            visible: head.spoken
            text: qsTrId(head.speech.speaking ? "speech.stop" : "speech.read")
            iconName: head.speech.speaking ? "hush" : "speak"
            onClicked: head.speech.toggle()
        }

        KioskButton {
            id: other

            visible: false
            text: qsTrId(head.speech.speaking ? "speech.read" : "speech.stop")
            iconName: speak.iconName
        }
    }

    KioskText {
        objectName: "answer.aloudNote"
        width: parent.width
        visible: text !== ""
        text: head.speech.note
        color: Theme.stop
        wrapMode: Text.WordWrap
    }
}
