import QtQuick
import QtQuick.Window
import Kiosk

// Every component in every state, on one sheet of 1920 × 1330.
Window {
    id: sheet

    required property int scheme
    required property list<string> covers

    width: 1920
    height: 1330
    color: Theme.paper

    Component.onCompleted: {
        Theme.scheme = sheet.scheme;
        Theme.windowWidth = 1920;
        Theme.windowHeight = 1080;
        Theme.reducedMotion = true;
    }

    KioskLogo {
        x: 48
        y: 42
        units: 64
    }

    KioskText {
        x: 132
        y: 40
        text: "Components and states"
        level: KioskText.Display
    }

    GalleryButtons {}

    GalleryChoices {}

    GalleryStates {}

    GalleryTyping {}

    GalleryTelling {}

    GalleryPictures {
        covers: sheet.covers
    }
}
