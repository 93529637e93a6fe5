import QtQuick
import Kiosk

// What all rows of a list of titles share: how high they are, and how wide their words. `folded` rows are
// too narrow to tell in one line whether a title is there and where.
Item {
    id: measures

    property bool folded: false

    readonly property real chipHeight: Theme.px(46) + Theme.captionLine - Theme.px(28)
    readonly property real pad: Theme.px(folded ? 16 : 20)
    readonly property real stateGap: Theme.px(folded ? 6 : 8)
    readonly property real labelHeight: Theme.px(Theme.captionUnits + 6 + 12)
    readonly property real foldedHeight: folded ? Theme.px(6) + labelHeight : 0
    readonly property real rowHeight: pad + Theme.headingLine + Theme.px(5) + Theme.bodyLine + Theme.px(3) + Theme.captionLine + stateGap + chipHeight + foldedHeight + pad + Theme.px(2)
    readonly property real coverUnits: Theme.portrait || folded ? 112 : 98
    readonly property real textX: Theme.px(coverUnits + 48)

    visible: false

    function placeWidth(text: string): real {
        return placeLetters.advanceWidth(text);
    }

    FontMetrics {
        id: placeLetters

        font.family: Theme.family
        font.pixelSize: Theme.captionSize
    }
}
