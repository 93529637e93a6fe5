pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Where to lay it: in words, and as the shelves stand beside the kiosk.
Column {
    id: where

    required property CheckinViewModel checkin

    spacing: Theme.px(Theme.portrait ? 28 : 16)

    KioskText {
        x: Theme.px(Theme.portrait ? 24 : 0)
        width: parent.width - x
        text: where.checkin.lay
        textFormat: Text.StyledText
        level: KioskText.Title
        font.weight: Font.Normal
        wrapMode: Text.WordWrap
    }

    KioskReturnPlaces {
        width: parent.width
        labels: where.checkin.places
        current: where.checkin.place
        hereText: qsTrId("return.here")
        name: where.checkin.places[where.checkin.place] ?? ""
    }
}
