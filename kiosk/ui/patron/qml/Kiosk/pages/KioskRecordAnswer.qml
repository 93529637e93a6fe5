import QtQuick
import Kiosk
import Kiosk.Desk

// The answer: until when it is yours, from when it is back, or why not.
Rectangle {
    id: answer

    required property RecordViewModel record

    readonly property color inkNow: record.tone === KioskStateChip.Good ? Theme.good : record.tone === KioskStateChip.Wait ? Theme.wait : Theme.stop
    readonly property real signWidth: record.dated ? slip.width : sign.width

    implicitHeight: Math.max(record.dated ? slip.height : 0, words.height) + 2 * Theme.px(14)
    radius: Theme.radiusButton
    color: record.tone === KioskStateChip.Good ? Theme.tint : record.tone === KioskStateChip.Wait ? Theme.waitTint : Theme.stopTint
    border.width: Theme.highContrast ? Theme.hairline : 0
    border.color: inkNow

    FontMetrics {
        id: letters

        font.family: Theme.family
        font.pixelSize: Theme.bodySize
    }

    KioskDateSlip {
        id: slip

        x: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        visible: answer.record.dated
        tone: answer.record.tone
        weekday: answer.record.weekday
        day: answer.record.day
        month: answer.record.month
        Accessible.ignored: true
    }

    KioskIcon {
        id: sign

        x: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        visible: !answer.record.dated
        name: answer.record.answerIcon
        size: Theme.px(44)
        color: answer.inkNow
    }

    Column {
        id: words

        x: slip.x + answer.signWidth + Theme.px(Theme.portrait ? 24 : 18)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.px(10)
        spacing: Theme.px(2)

        KioskText {
            width: parent.width
            text: Theme.unbroken(answer.record.answer)
            heading: true
            level: KioskText.Heading
            color: answer.inkNow
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            // A dot between two facts stands at no line's end.
            text: letters.advanceWidth(answer.record.answerFirst) > width ? Theme.unbroken(answer.record.answerFirst).replace(" · ", "\n") : answer.record.answerFirst
            Accessible.name: answer.record.answerFirst
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: text !== ""
            text: Theme.unbroken(answer.record.answerSecond)
            wrapMode: Text.WordWrap
        }
    }
}
