import QtQuick
import Kiosk

// Every word on the patron side. `level` chooses size and line; the accessibility tree reads it
// as a heading or as text unless it is `decorative` (the label inside a named control).
Text {
    id: words

    enum Level {
        Caption,
        Body,
        Row,
        Heading,
        Title,
        Display,
        Poster
    }

    property int level: KioskText.Body
    property bool heading: false
    property bool decorative: false
    property string ownLanguage // that of these words, in two letters, where it may not be the screen's: speech asks for it
    property bool secondary: false
    property bool turned: Theme.mirrored // back to be read; what is inside something turned already is not

    readonly property real size: [Theme.captionSize, Theme.bodySize, Theme.rowSize, Theme.headingSize, Theme.titleSize, Theme.displaySize, Theme.posterSize][level]
    readonly property real line: [Theme.captionLine, Theme.bodyLine, Theme.rowLine, Theme.headingLine, Theme.titleLine, Theme.displayLine, Theme.posterLine][level]

    color: secondary ? Theme.ink2 : Theme.ink
    font.family: Theme.family
    font.pixelSize: size
    font.weight: heading || level >= KioskText.Title ? Font.Bold : Font.Normal
    font.letterSpacing: level === KioskText.Poster ? -1.5 * Theme.s : level === KioskText.Display ? -Theme.s : 0
    font.hintingPreference: Font.PreferVerticalHinting
    lineHeightMode: Text.FixedHeight
    lineHeight: line
    // Without this, a last line would be as high as the typeface wants; but a height would keep words
    // that may both wrap and be elided on their first line: those have none (asked for its implicit height, a
    // text that is to be laid out anew says in the same breath that it has changed).
    height: wrapMode !== Text.NoWrap && elide !== Text.ElideNone ? undefined : Math.max(1, lineCount) * lineHeight + topPadding + bottomPadding
    textFormat: Text.PlainText
    horizontalAlignment: Theme.alignStart
    verticalAlignment: Text.AlignVCenter
    transform: Theme.mirrorOf(words, turned)
    renderType: Text.QtRendering

    Accessible.ignored: decorative || text === ""
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: (textFormat === Text.PlainText ? text : text.replace(/<[^>]*>/g, "")).replace(/\u00a0|&nbsp;/g, " ")
}
