import QtQuick
import Kiosk
import Kiosk.Desk

// The button beside the field that tells the order and leads to the others.
KioskButton {
    id: sort

    required property FindViewModel find

    readonly property list<string> words: [qsTrId("find.sort.best.short"), qsTrId("find.sort.newest"), qsTrId("find.sort.by_title"), qsTrId("find.sort.by_author")]

    objectName: "find.sort"
    implicitWidth: Math.max(Theme.px(160), implicitContentWidth + Theme.px(48))
    implicitHeight: Theme.px(104) + Theme.growth
    leftPadding: Theme.px(20)
    rightPadding: Theme.px(20)
    text: words[find.sort] ?? ""
    iconName: "sort"
    Accessible.name: `${qsTrId("find.sort")}: ${text}`
}
