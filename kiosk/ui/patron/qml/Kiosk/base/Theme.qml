pragma Singleton

import QtQuick
import Kiosk

// Every size, colour and duration of the patron side. Sizes are device pixels: px(n) turns a length
// at a short edge of 1080 into one of this window.
KioskPalette {
    id: theme

    // Set by the shell.
    property real windowWidth: 1080
    property real windowHeight: 1920
    property bool keysInUse: false // the last input was a key: focus rings show
    property bool largeText: false
    property bool reducedMotion: false
    property bool lowReachWanted: false
    property bool mirrored: false // the language runs from right to left: the glass is held to a mirror
    property bool ownLogo: false // the library has one: the shipped mark is drawn nowhere
    property real pixelPitch: 0.3113 // millimetres
    property real viewingDistance: 600 // millimetres

    readonly property real s: Math.max(0.25, Math.min(windowWidth, windowHeight) / 1080)
    readonly property real unitsWide: windowWidth / s
    readonly property real unitsHigh: windowHeight / s
    readonly property bool portrait: windowHeight >= windowWidth
    readonly property bool landscape: !portrait
    readonly property bool narrow: landscape && unitsWide < 1800
    readonly property bool logoOnly: landscape && unitsWide < 1500
    readonly property bool lowReach: lowReachWanted && portrait
    readonly property real lowMiddle: Math.round(windowHeight * 0.45) // where pages begin in low reach
    readonly property bool highContrast: scheme === KioskPalette.HighContrast
    readonly property bool dark: scheme === KioskPalette.Dark

    readonly property int alignStart: mirrored ? Text.AlignRight : Text.AlignLeft
    readonly property int alignEnd: mirrored ? Text.AlignLeft : Text.AlignRight
    readonly property Component mirror: Component {
        KioskMirror {}
    }

    // What an item says for its `transform`: held to a mirror, or as it is.
    function mirrorOf(item: Item, wanted: bool): var {
        return wanted ? [mirror.createObject(item, {
                "image": item
            })] : [];
    }

    function px(units: real): real {
        return Math.round(units * s);
    }

    function stroke(units: real): real {
        return Math.max(1, Math.round(units * s));
    }

    // In high contrast every frame is as strong as a field's.
    function frame(units: real): real {
        return stroke(highContrast ? Math.max(3, units) : units);
    }

    function duration(milliseconds: int): int {
        return reducedMotion ? 0 : milliseconds;
    }

    // Type: large text grows the scale from its smallest size, a capital H of 7.3 mm at 600 mm.
    readonly property real largeCaption: Math.max(30, Math.ceil(7.3 * viewingDistance / 600 / pixelPitch / 0.668 / s))
    readonly property real captionUnits: largeText ? largeCaption : 22
    readonly property real bodyUnits: largeText ? largeCaption + 4 : 26
    readonly property real rowUnits: largeText ? largeCaption + 4 : 32
    readonly property real headingUnits: largeText ? largeCaption + 8 : 32
    readonly property real titleUnits: largeText ? largeCaption + 16 : 40
    readonly property real displayUnits: largeText ? largeCaption + 24 : 56
    readonly property real posterUnits: largeText ? largeCaption + 40 : landscape ? 64 : 84
    readonly property real captionSize: px(captionUnits)
    readonly property real bodySize: px(bodyUnits)
    readonly property real rowSize: px(rowUnits)
    readonly property real headingSize: px(headingUnits)
    readonly property real titleSize: px(titleUnits)
    readonly property real displaySize: px(displayUnits)
    readonly property real posterSize: px(posterUnits)
    readonly property real captionLine: px(captionUnits + 6)
    readonly property real bodyLine: px(bodyUnits + 8)
    readonly property real rowLine: px(rowUnits + 8)
    readonly property real headingLine: px(headingUnits + 8)
    readonly property real titleLine: px(titleUnits + 8)
    readonly property real displayLine: px(displayUnits + 8)
    readonly property real posterLine: px(posterUnits + 8)
    // What a control grows by when its label does.
    readonly property real growth: Math.max(0, bodyLine - px(34))
    // A row of one line, and an icon beside a word, in step with the words.
    readonly property real rowHeight: Math.max(px(96), rowLine + px(48))
    readonly property real iconGrowth: largeText ? (1 + bodyUnits / 26) / 1.75 : 1

    function icon(units: real): real {
        return px(units * iconGrowth);
    }

    readonly property string family: "Atkinson Hyperlegible Next"
    readonly property string mono: "Atkinson Hyperlegible Mono"

    // Space.
    readonly property real space8: px(8)
    readonly property real space16: px(16)
    readonly property real space24: px(24)
    readonly property real space40: px(40)
    readonly property real space48: px(48)
    readonly property real space64: px(64)
    readonly property real contentWidth: portrait ? Math.min(windowWidth - 2 * space24, px(1032)) : windowWidth - 2 * space40

    // Radii and strokes.
    readonly property real radiusLabel: px(4)
    readonly property real radiusSlip: px(8)
    readonly property real radiusCard: px(10)
    readonly property real radiusButton: px(12)
    readonly property real radiusDialog: px(14)
    readonly property real hairline: frame(1)
    readonly property real controlStroke: frame(2)
    readonly property real fieldStroke: frame(3)
    readonly property real focusStroke: stroke(4)
    readonly property real sectionStroke: stroke(6)
    readonly property real iconStroke: highContrast ? 2.25 : 1.75

    // Fixed bands.
    readonly property real headerHeight: portrait ? px(lowReach ? 88 : 176) + (largeText ? px(24) : 0) : px(104)
    readonly property real dockHeight: px(112) + (largeText ? px(28) : 0)

    // The section's colours by its name: find, ask, borrow, return.
    function sectionFill(section: string): color {
        return section === "ask" ? ask : section === "borrow" ? borrow : section === "return" ? giveBack : find;
    }

    function sectionText(section: string): color {
        return section === "ask" ? askText : section === "borrow" ? borrowText : section === "return" ? giveBackText : findText;
    }

    // A number stays on one line with the word it counts: "7 days", "1 December".
    function unbroken(words: string): string {
        return words.replace(/(\d\.?) (?=[^\s\d])/g, "$1\u00a0");
    }

    // Translucent layers.
    function faded(base: color, share: real): color {
        return Qt.rgba(base.r, base.g, base.b, share);
    }

    function blended(over: color, under: color, share: real): color {
        return Qt.rgba(over.r * share + under.r * (1 - share), over.g * share + under.g * (1 - share), over.b * share + under.b * (1 - share), 1);
    }
}
