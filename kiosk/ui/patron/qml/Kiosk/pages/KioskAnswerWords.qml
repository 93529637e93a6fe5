import QtQuick
import Kiosk

// Words of an article, with what matters in bold.
KioskText {
    textFormat: Text.StyledText
    wrapMode: Text.WordWrap
    Accessible.name: text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&nbsp;/g, " ").replace(/&amp;/g, "&")
}
