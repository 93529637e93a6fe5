import QtQuick
import Kiosk

// One way to reach the library: what it is, whether somebody is there, and its code for a phone.
Item {
    id: row

    required property string channelName
    required property string channelValue
    required property string channelState
    required property string channelBrief
    property bool curt: false // with its state in few words
    required property bool channelOpen
    required property string channelQr
    required property int channelQrSize
    required property string channelCodeName

    implicitHeight: Math.max(code.height, words.height)
    Accessible.role: Accessible.StaticText
    Accessible.name: `${channelName}: ${channelValue}, ${channelState}`

    KioskQrCode {
        id: code

        width: Theme.px(132)
        height: width
        path: row.channelQr
        modules: row.channelQrSize
        name: row.channelCodeName
    }

    Column {
        id: words

        x: code.width + Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x
        spacing: Theme.px(6)

        KioskText {
            width: parent.width
            text: row.channelName
            decorative: true
            level: KioskText.Caption
            secondary: true
            elide: Text.ElideRight
        }

        KioskText {
            width: parent.width
            text: row.channelValue
            decorative: true
            font.weight: Font.DemiBold
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }

        KioskStateChip {
            width: Math.min(implicitWidth, parent.width)
            text: row.curt ? row.channelBrief : row.channelState
            tone: row.channelOpen ? KioskStateChip.Good : KioskStateChip.Wait
            Accessible.ignored: true
        }
    }
}
