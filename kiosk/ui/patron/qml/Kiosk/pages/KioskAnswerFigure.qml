import QtQuick
import Kiosk

// The answer first and largest: the one value with the sentence beside it, or below where it is long.
Item {
    id: answer

    property string figure
    property string lead
    property real topGap: 0

    readonly property real largest: Theme.px(96)
    readonly property bool beside: figure !== "" && metrics.advanceWidth <= width * 0.5

    readonly property real taken: figure === "" ? words.height : beside ? Math.max(value.height, words.height) : value.height + Theme.px(16) + words.height

    implicitHeight: topGap + taken

    TextMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: answer.largest
        font.weight: Font.Bold
        font.letterSpacing: -1.5 * Theme.s
        text: answer.figure
    }

    KioskText {
        id: value

        objectName: "answer.figure"
        y: answer.topGap + (answer.beside ? Math.round((answer.taken - height) / 2) : 0)
        // Beside the sentence it has the size that was measured: its own width would follow its wrapping.
        width: answer.beside ? Math.ceil(metrics.advanceWidth) + Theme.px(4) : answer.width
        visible: answer.figure !== ""
        text: answer.figure
        color: Theme.askText
        font.pixelSize: Math.max(Theme.displaySize, Math.floor(answer.largest * Math.min(1, answer.width / Math.max(1, metrics.advanceWidth + Theme.px(4)))))
        font.weight: Font.Bold
        font.letterSpacing: -1.5 * Theme.s
        lineHeight: Math.round(font.pixelSize * 1.08)
        wrapMode: answer.beside ? Text.NoWrap : Text.WordWrap
    }

    KioskAnswerWords {
        id: words

        objectName: "answer.lead"
        x: answer.beside ? value.width + Theme.px(30) : 0
        y: answer.topGap + (answer.figure === "" ? 0 : answer.beside ? Math.round((answer.taken - height) / 2) : value.height + Theme.px(16))
        width: answer.width - x
        text: Theme.unbroken(answer.lead).replace(/\u00a0/g, "&nbsp;") // plain ones are lost in marked up text
        level: KioskText.Row
    }
}
