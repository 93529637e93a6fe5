// Written by scripts/qml_tables.py from kiosk/look/palette.py: change the colours there.
import QtQuick

QtObject {
    id: palette

    enum Scheme {
        Light,
        Dark,
        HighContrast
    }

    property int scheme: KioskPalette.Light
    property var own: ({}) // what the library has chosen for this scheme, by token
    readonly property color paper: pick("#F3EEE3", "#12161D", "#000000")
    readonly property color card: pick("#FFFDF8", "#1C222C", "#000000")
    readonly property color sunk: pick("#E7DFD0", "#0B0E13", "#1A1A1A")
    readonly property color line: pick("#D8CFBE", "#343D4B", "#FFFFFF")
    readonly property color edge: pick("#857A67", "#7E899A", "#FFFFFF")
    readonly property color ink: pick("#18233A", "#F4EFE4", "#FFFFFF")
    readonly property color ink2: pick("#4B5468", "#B7BECA", "#FFFFFF")
    readonly property color action: own.action ?? pick("#0B5D4B", "#7FD8B8", "#FFE14D")
    readonly property color actInk: own.actInk ?? pick("#FFFFFF", "#06241B", "#000000")
    readonly property color actionDown: own.actionDown ?? pick("#073F33", "#5DBB9B", "#FFFFFF")
    readonly property color tint: pick("#DCEAE2", "#1B3A32", "#000000")
    readonly property color tintAsk: pick("#E1E8F6", "#22304E", "#000000")
    readonly property color good: pick("#0B5D4B", "#7FD8B8", "#8CFFC1")
    readonly property color wait: pick("#764A00", "#F2C97A", "#FFD75E")
    readonly property color waitTint: pick("#FAEAC8", "#3A2E15", "#000000")
    readonly property color stop: pick("#9A2A1B", "#FFA491", "#FFB8AB")
    readonly property color stopTint: pick("#FAE4DC", "#45231C", "#000000")
    readonly property color rule: pick("#C9573F", "#C9573F", "#FFFFFF")
    readonly property color focus: pick("#1D4ED8", "#9DB8FF", "#FFE14D")
    readonly property color bar: own.bar ?? pick("#18233A", "#0B0E13", "#000000")
    readonly property color barInk: pick("#FFFDF8", "#F4EFE4", "#FFFFFF")
    readonly property color barInk2: pick("#C5CCDA", "#B7BECA", "#FFFFFF")
    readonly property color find: own.find ?? pick("#0B5D4B", "#1F7A64", "#FFFFFF")
    readonly property color ask: own.ask ?? pick("#2A4B8D", "#3D63B0", "#FFFFFF")
    readonly property color borrow: own.borrow ?? pick("#8A2F2A", "#A8443C", "#FFFFFF")
    readonly property color giveBack: own.giveBack ?? pick("#7A5200", "#8F6514", "#FFFFFF")
    readonly property color findText: own.findText ?? pick("#0B5D4B", "#7FD8B8", "#FFFFFF")
    readonly property color askText: own.askText ?? pick("#2A4B8D", "#A9C1F5", "#FFFFFF")
    readonly property color borrowText: own.borrowText ?? pick("#8A2F2A", "#F2A79D", "#FFFFFF")
    readonly property color giveBackText: own.giveBackText ?? pick("#7A5200", "#E5BE73", "#FFFFFF")
    readonly property color secInk: pick("#FFFFFF", "#FFFFFF", "#000000")
    readonly property color link: own.link ?? pick("#0B5D4B", "#7FD8B8", "#FFE14D")
    readonly property color scrim: pick("#D60B1120", "#D6000000", "#EB000000")
    readonly property color field: pick("#FFFFFF", "#0B0E13", "#1A1A1A")
    readonly property color stamp: pick("#FFFFFF", "#06241B", "#000000")
    readonly property color label: pick("#FFFFFF", "#FFFFFF", "#000000")
    readonly property color labelInk: pick("#18233A", "#18233A", "#FFFFFF")
    readonly property color labelFrame: pick("#18233A", "#FFFFFF", "#FFFFFF")
    readonly property color lift: pick("#08000000", "#28000000", "#00000000")
    readonly property color beam: pick("#3BC9573F", "#3BC9573F", "#00000000")
    readonly property color glow: pick("#E98B6D", "#E98B6D", "#FFE14D")
    readonly property color device: pick("#18233A", "#0B0E13", "#000000")
    readonly property color patronCard: own.patronCard ?? pick("#8A2F2A", "#A8443C", "#000000")
    readonly property color scanLine: pick("#E0553A", "#E0553A", "#00000000")
    readonly property color shade: pick("#22000000", "#44000000", "#00000000")
    function pick(light: color, dark: color, high: color): color {
        return scheme === KioskPalette.Light ? light : scheme === KioskPalette.Dark ? dark : high;
    }
}
