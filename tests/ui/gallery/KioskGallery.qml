pragma ComponentBehavior: Bound

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

    component KioskSectionHead: Item {
        property string text

        width: Theme.px(560)

        KioskText {
            y: -Theme.px(20)
            text: parent.text
            font.weight: Font.Bold
        }

        Rectangle {
            y: Theme.px(23)
            width: parent.width
            height: Theme.stroke(2)
            color: Theme.ink
        }
    }

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

    KioskSectionHead {
        x: 48
        y: 157
        text: "Buttons"
    }

    Repeater {
        model: ["rest", "pressed", "focused", "disabled"]

        Item {
            id: state

            required property string modelData
            required property int index

            x: 48
            y: [198, 310, 422, 534][index]

            KioskText {
                y: 34
                text: state.modelData
                level: KioskText.Caption
                secondary: true
            }

            KioskButton {
                id: done

                x: 114
                kind: KioskButton.Primary
                text: "Done"
                iconName: "check"
                enabled: state.index !== 3
                down: state.index === 1

                KioskFocusRing {
                    shown: state.index === 2
                }
            }

            KioskButton {
                x: 302
                text: "Print"
                iconName: "print"
                compact: false
                enabled: state.index !== 3
                down: state.index === 1

                KioskFocusRing {
                    shown: state.index === 2
                }
            }
        }
    }

    KioskSectionHead {
        x: 48
        y: 683
        text: "Chips and segments"
    }

    Row {
        x: 48
        y: 724
        spacing: 15

        KioskChip {
            text: "Book"
            count: "43"
        }

        KioskChip {
            text: "English"
            count: "58"
            selected: true
        }

        KioskChip {
            text: "2019"
            selected: true
            removable: true
        }
    }

    KioskSegments {
        x: 48
        y: 820
        equal: false
        labels: ["All", "Title", "Author", "Subject"]
    }

    KioskSectionHead {
        x: 48
        y: 953
        text: "Availability and labels"
    }

    KioskStateChip {
        x: 48
        y: 994
        text: "Available"
    }

    KioskCallNumber {
        x: 223
        y: 997
        text: "363.738 WAL"
    }

    KioskText {
        x: 418
        y: 1003
        text: "Floor 2"
        level: KioskText.Caption
        secondary: true
    }

    KioskStateChip {
        x: 48
        y: 1052
        tone: KioskStateChip.Wait
        text: "Back on 3 Dec"
    }

    KioskText {
        x: 274
        y: 1061
        text: "1 person waiting"
        level: KioskText.Caption
        secondary: true
    }

    KioskStateChip {
        x: 48
        y: 1110
        tone: KioskStateChip.Stop
        text: "In the building only"
    }

    KioskCallNumber {
        x: 48
        y: 1177
        big: true
        text: "ROM\nKEHL"
    }

    Repeater {
        model: [["Tue", "22", "December"], ["Thu", "26", "November"], ["late", "21", "November"]]

        KioskDateSlip {
            required property list<string> modelData
            required property int index

            x: 182 + 152 * index
            y: 1172
            tone: index
            weekday: modelData[0]
            day: modelData[1]
            month: modelData[2]
        }
    }

    KioskSectionHead {
        x: 680
        y: 157
        text: "Fields"
    }

    KioskField {
        id: typed

        x: 680
        y: 198
        width: 560
        unitsHigh: 96
        text: "kafk"
        focus: true
    }

    KioskField {
        x: 680
        y: 310
        width: 560
        unitsHigh: 96
        iconName: "card"
        text: "3 0014 0041"
        clearable: false
        error: "Five digits are missing. Scan the card again."
    }

    KioskSectionHead {
        x: 680
        y: 504
        text: "Tabs"
    }

    Row {
        x: 680
        y: 545
        spacing: -8

        Repeater {
            model: ["Find", "Ask", "Borrow"]

            KioskGuideTab {
                required property string modelData
                required property int index

                z: current ? 1 : 0
                height: 86
                leftPadding: 60
                rightPadding: 60
                text: modelData
                current: index === 0
            }
        }
    }

    Rectangle {
        x: 680
        y: 631
        width: 560
        height: 6
        color: Theme.find
    }

    KioskSectionHead {
        x: 680
        y: 690
        text: "Toast, progress, wait"
    }

    KioskToast {
        x: 680
        y: 731
        width: 560
        text: "Hold cancelled"
        action: "Undo"
    }

    KioskProgress {
        x: 680
        y: 845
        width: 560
        text: "Renewing 3 of 5 ..."
        value: 0.6
    }

    KioskLimitGauge {
        x: 680
        y: 923
        width: 555
        before: 4
        today: 3
        limit: 20
    }

    KioskSectionHead {
        x: 680
        y: 990
        text: "Keys"
    }

    Row {
        x: 680
        y: 1031
        spacing: 16

        KioskKey {
            text: "e"
            hint: "é"
        }

        KioskKey {
            text: "k"
            down: true
        }

        KioskKey {
            width: 128
            text: "delete"
            iconName: "delete"
            functional: true
        }

        KioskKey {
            width: 184
            text: "Search"
            go: true
        }
    }

    KioskSectionHead {
        x: 1312
        y: 157
        text: "Covers: six layouts, every form"
    }

    Grid {
        x: 1312
        y: 198
        columns: 4
        columnSpacing: 16
        rowSpacing: 16

        Repeater {
            model: sheet.covers

            KioskCover {
                required property string modelData
                required property int index

                unitsWide: 128
                square: index > 7
                source: modelData
            }
        }
    }

    KioskSectionHead {
        x: 1312
        y: 789
        text: "Icons: 24 grid, stroke 1.75"
    }

    Grid {
        x: 1313
        y: 832
        columns: 8
        columnSpacing: 32
        rowSpacing: 24

        Repeater {
            model: Object.keys(KioskIconPaths.paths)

            KioskIcon {
                required property string modelData

                name: modelData
                size: 42
            }
        }
    }
}
