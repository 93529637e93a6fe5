import QtQuick
import Kiosk
import Kiosk.Desk

// What lies on the Borrow card at home: hold the card to the reader, or go to the account.
Item {
    id: borrow

    required property HomeViewModel home
    property bool stacked: false

    readonly property bool tight: Theme.largeText && stacked // the words take the room

    // The picture gives way where words want its room: it grows smaller, then goes.
    readonly property real pictureRoom: stacked ? height - order.height - buttons.height - Theme.px(12 + 14) : height
    readonly property bool pictured: pictureRoom >= Theme.px(90)

    KioskReader {
        id: reader

        visible: borrow.pictured
        x: borrow.stacked ? Math.round((parent.width - width) / 2) : 0
        width: Math.min(Theme.px(borrow.tight ? 174 : borrow.stacked && Theme.narrow ? 232 : 290), Math.floor(borrow.pictureRoom * 290 / 200))
        height: Math.round(width * 200 / 290)
    }

    KioskText {
        id: order

        x: borrow.stacked ? 0 : reader.width + Theme.px(45)
        y: borrow.stacked ? (borrow.pictured ? reader.height : 0) + Theme.px(12) : Theme.px(21)
        width: parent.width - x
        horizontalAlignment: borrow.stacked ? Text.AlignHCenter : Theme.alignStart
        text: borrow.stacked ? qsTrId("home.borrow.order.short") : qsTrId("home.borrow.order")
        heading: true
        level: KioskText.Row
        wrapMode: Text.WordWrap
        lineHeight: Theme.px(Theme.rowUnits + (Theme.largeText ? 15 : 8))
    }

    KioskText {
        x: order.x
        y: order.y + order.height + Theme.px(6)
        width: parent.width - x
        visible: !borrow.stacked && !Theme.largeText && y + height <= buttons.y
        text: qsTrId("home.borrow.also")
        secondary: true
        elide: Text.ElideRight
    }

    Grid {
        id: buttons

        readonly property bool oneEach: Theme.largeText && borrow.stacked // a line each

        x: borrow.stacked ? Math.round((parent.width - width) / 2) : Theme.largeText ? 0 : order.x
        y: borrow.stacked ? order.y + order.height + Theme.px(14) : Theme.largeText ? parent.height - height - Theme.px(2) : Theme.px(133)
        spacing: Theme.px(16)
        columns: oneEach ? 1 : 2

        KioskButton {
            objectName: "home.account"
            width: buttons.oneEach ? borrow.width : Theme.largeText && !borrow.stacked ? (borrow.width - buttons.spacing) / (borrow.home.returning ? 2 : 1) : implicitWidth
            text: borrow.stacked ? qsTrId("home.account.short") : qsTrId("home.account")
            iconName: "person"
            onClicked: borrow.home.account()
        }

        KioskButton {
            objectName: "home.return"
            width: buttons.oneEach ? borrow.width : Theme.largeText && !borrow.stacked ? (borrow.width - buttons.spacing) / 2 : implicitWidth
            visible: borrow.home.returning
            text: qsTrId("section.return")
            iconName: "return"
            onClicked: borrow.home.giveBack()
        }
    }
}
