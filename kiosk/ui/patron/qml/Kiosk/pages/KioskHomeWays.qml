import QtQuick
import Kiosk
import Kiosk.Desk

// Two ways that belong to no section: to ask the library for something, and to a card of one's own.
Row {
    id: ways

    required property HomeViewModel home
    property bool brief: Theme.largeText // fewer words where there is no room for more

    spacing: Theme.px(Theme.portrait && !Theme.largeText ? 36 : 48)

    KioskTextLink {
        objectName: "home.request"
        text: qsTrId("home.request")
        iconName: "mail"
        color: Theme.highContrast ? Theme.link : Theme.askText
        onClicked: ways.home.request()
    }

    KioskTextLink {
        objectName: "home.join"
        visible: ways.home.joining
        text: ways.brief ? qsTrId("home.join.short") : qsTrId("home.join")
        iconName: "card"
        color: Theme.highContrast ? Theme.link : Theme.borrowText
        onClicked: ways.home.join()
    }
}
