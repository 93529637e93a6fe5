import QtQuick
import Kiosk

// "Good day. What are you looking for?" on two lines, on one in landscape, the second alone in large text.
Grid {
    id: greeting

    readonly property bool tight: question.advanceWidth > width
    readonly property bool curt: Theme.largeText || Theme.landscape && whole.advanceWidth > width // the question alone
    // How wide it is with the greeting and without.
    readonly property real wholeWidth: (Theme.largeText ? question : whole).advanceWidth
    readonly property real leastWidth: question.advanceWidth

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.px(18)
    rowSpacing: 0

    KioskText {
        visible: !greeting.curt
        text: qsTrId("home.greeting")
        level: KioskText.Poster
        secondary: true
        font.weight: Font.Normal
    }

    KioskText {
        text: qsTrId("home.question")
        level: greeting.tight ? KioskText.Display : KioskText.Poster
        heading: true
    }

    TextMetrics {
        id: question

        text: qsTrId("home.question")
        font.family: Theme.family
        font.pixelSize: Theme.posterSize
        font.weight: Font.Bold
        font.letterSpacing: -1.5 * Theme.s
    }

    TextMetrics {
        id: whole

        text: qsTrId("home.greeting") + " " + qsTrId("home.question")
        font: question.font
    }
}
