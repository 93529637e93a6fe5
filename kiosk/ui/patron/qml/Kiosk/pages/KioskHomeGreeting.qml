import QtQuick
import Kiosk

// "Good day. What are you looking for?" on two lines, on one in landscape, the second alone in large text.
Grid {
    id: greeting

    readonly property bool tight: measure.advanceWidth > width

    columns: Theme.portrait ? 1 : 2
    columnSpacing: Theme.px(18)
    rowSpacing: 0

    KioskText {
        visible: !Theme.largeText && !(Theme.landscape && greeting.tight)
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

    // The question alone in portrait, with the greeting before it in landscape.
    TextMetrics {
        id: measure

        text: Theme.portrait ? qsTrId("home.question") : qsTrId("home.greeting") + " " + qsTrId("home.question")
        font.family: Theme.family
        font.pixelSize: Theme.posterSize
        font.weight: Font.Bold
        font.letterSpacing: -1.5 * Theme.s
    }
}
