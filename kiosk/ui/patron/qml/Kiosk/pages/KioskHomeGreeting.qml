pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// "Good day. What are you looking for?" on two lines, on one in landscape, the second alone in large text.
// A welcome of the library's own stands for the first: as large as it fits, a long one smaller on two lines; where
// it has no room beside the question it stands small above that.
Grid {
    id: greeting

    property string welcome
    property bool brief: false // no room for more than the question

    readonly property bool own: welcome !== ""
    readonly property bool tight: question.advanceWidth > width
    readonly property bool curt: Theme.largeText || brief || Theme.landscape && !own && whole.advanceWidth > width // the question alone
    // How wide it is with the greeting and without.
    readonly property real wholeWidth: Theme.largeText ? question.advanceWidth : own ? question.advanceWidth + columnSpacing + Math.min(first.advanceWidth, Theme.px(600)) : whole.advanceWidth
    readonly property real leastWidth: question.advanceWidth
    readonly property real beside: width - columnSpacing - Math.ceil(question.advanceWidth) - Theme.px(4)
    readonly property bool stacked: own && Theme.landscape && !curt && first.advanceWidth * Theme.headingSize / Theme.posterSize > beside * 1.7
    readonly property real room: Theme.portrait || stacked ? width : beside
    // The first size in which the own welcome fits: large on one line, smaller on two.
    readonly property list<int> levels: [KioskText.Poster, KioskText.Display, KioskText.Title, KioskText.Heading, KioskText.Body, KioskText.Caption]
    readonly property list<real> sizes: [Theme.posterSize, Theme.displaySize, Theme.titleSize, Theme.headingSize, Theme.bodySize, Theme.captionSize]
    readonly property list<real> lines: stacked ? [0, 0, 0, 0, 1, 1] : [1, 1, Theme.portrait ? 1.7 : 1, 1.7, 1.7, 1.7] // less than two: words do not fill a line
    readonly property int fit: sizes.findIndex((size, index) => first.advanceWidth * size / Theme.posterSize <= room * lines[index])

    columns: Theme.portrait || stacked ? 1 : 2
    columnSpacing: Theme.px(18)
    rowSpacing: 0
    verticalItemAlignment: Grid.AlignVCenter

    KioskText {
        objectName: "home.welcome"
        visible: !greeting.curt
        width: greeting.own ? Math.ceil(wrapped.contentWidth) + Theme.px(2) : implicitWidth
        text: greeting.own ? greeting.welcome : qsTrId("home.greeting")
        level: greeting.own ? wrapped.level : KioskText.Poster
        secondary: true
        font.weight: Font.Normal
        wrapMode: greeting.own ? Text.WordWrap : Text.NoWrap
    }

    KioskText {
        objectName: "home.question"
        text: qsTrId("home.question")
        level: greeting.stacked ? KioskText.Title : greeting.tight ? KioskText.Display : KioskText.Poster
        heading: true
    }

    // As wide as its lines are: a hole would be left before the question otherwise.
    KioskText {
        id: wrapped

        visible: false
        width: greeting.room
        text: greeting.welcome
        level: greeting.levels[greeting.fit < 0 ? greeting.levels.length - 1 : greeting.fit]
        font.weight: Font.Normal
        wrapMode: Text.WordWrap
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

    TextMetrics {
        id: first

        text: greeting.welcome
        font.family: Theme.family
        font.pixelSize: Theme.posterSize
    }
}
