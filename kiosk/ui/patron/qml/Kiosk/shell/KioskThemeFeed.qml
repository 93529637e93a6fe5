import QtQuick
import Kiosk
import Kiosk.Desk

// Tells the theme the window's size and how this visitor wants to see.
Item {
    id: feed

    required property ShellViewModel shell
    required property Item room

    Binding {
        target: Theme
        property: "scheme"
        value: feed.shell.scheme
    }

    // What the library has chosen; high contrast stays as shipped.
    Binding {
        target: Theme
        property: "own"
        value: feed.shell.scheme === KioskPalette.Light ? feed.shell.look.lightColours : feed.shell.scheme === KioskPalette.Dark ? feed.shell.look.darkColours : ({})
    }

    Binding {
        target: Theme
        property: "ownLogo"
        value: feed.shell.look.hasLogo
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: feed.shell.rightToLeft
    }

    Binding {
        target: Theme
        property: "largeText"
        value: feed.shell.largeText
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: feed.shell.reducedMotion
    }

    Binding {
        target: Theme
        property: "lowReachWanted"
        value: feed.shell.lowReach
    }

    Binding {
        target: Theme
        property: "pixelPitch"
        value: feed.shell.pixelPitch
    }

    Binding {
        target: Theme
        property: "viewingDistance"
        value: feed.shell.viewingDistance
    }

    Binding {
        target: Theme
        property: "windowWidth"
        value: feed.room.width
    }

    Binding {
        target: Theme
        property: "windowHeight"
        value: feed.room.height
    }
}
