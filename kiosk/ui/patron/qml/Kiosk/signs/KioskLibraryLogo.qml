import QtQuick
import Kiosk
import Kiosk.Desk

// The library's own logo, of any shape, scaled for this glass already; without one the shipped mark.
Item {
    id: logo

    required property LookViewModel look
    property bool small: false // for the band above the pages
    property color ground: Theme.paper

    readonly property real ratio: look.hasLogo ? look.logoRatios[Theme.scheme] : 1
    readonly property string plate: look.hasLogo ? look.logoPlates[Theme.scheme] : ""
    readonly property string address: !look.hasLogo ? "" : small ? look.headLogos[Theme.scheme] : look.homeLogos[Theme.scheme]
    readonly property real rim: plate === "" ? 0 : Theme.px(6)
    // As in dressing.py: how much room there is, with the name beside it and alone.
    readonly property real mostWide: Theme.px(small ? (look.nameBeside ? 200 : 400) : look.nameBeside ? 300 : 620)
    readonly property real mostHigh: Theme.px(small ? (look.nameBeside ? 52 : 56) : look.nameBeside ? 76 : 80)

    implicitWidth: look.hasLogo ? Math.round(Math.min(mostWide, mostHigh * ratio)) + 2 * rim : mark.width
    implicitHeight: look.hasLogo ? Math.round((implicitWidth - 2 * rim) / ratio) + 2 * rim : mark.height
    Accessible.ignored: look.logoText === ""
    Accessible.role: Accessible.Graphic
    Accessible.name: look.logoText

    KioskLogo {
        id: mark

        visible: !logo.look.hasLogo
        units: logo.small ? 48 : 72
        ground: logo.ground
    }

    Rectangle {
        anchors.fill: parent
        visible: logo.plate !== ""
        color: visible ? logo.plate : "transparent"
        radius: Theme.radiusLabel
    }

    Image {
        id: own

        objectName: logo.small ? "logo.head" : "logo.home"
        anchors.fill: parent
        anchors.margins: logo.rim
        visible: logo.look.hasLogo
        transform: Theme.mirrorOf(own, Theme.mirrored)
        source: logo.address
        cache: false
        smooth: true
    }
}
