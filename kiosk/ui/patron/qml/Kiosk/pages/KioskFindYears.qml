pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// The years as bars: a touch chooses a decade, a stroke across them a span; the same again takes it off.
FocusScope {
    id: years

    required property FindViewModel find
    property real barsHeight: Theme.px(46)

    readonly property bool any: bars.count > 1
    property int from: -1
    property int to: -1

    signal sheetWanted

    objectName: "find.decades"
    implicitHeight: barsHeight + Theme.px(6) + Theme.captionLine
    activeFocusOnTab: true
    visible: any
    Accessible.role: Accessible.Button
    Accessible.name: qsTrId("find.years.name") + ", " + find.firstYear + "–" + find.lastYear
    Accessible.onPressAction: sheetWanted()
    Keys.onReturnPressed: sheetWanted()
    Keys.onEnterPressed: sheetWanted()
    Keys.onSpacePressed: sheetWanted()

    function at(x: real): int {
        return Math.max(0, Math.min(bars.count - 1, Math.floor(x / (width / bars.count))));
    }

    function choose(): void {
        const one = bars.itemAt(Math.min(from, to)) as KioskFindYearBar;
        const other = bars.itemAt(Math.max(from, to)) as KioskFindYearBar;
        if (one && other)
            find.chooseYears(one.barFirst, other.barLast);
    }

    Row {
        id: row

        height: years.barsHeight
        spacing: Theme.px(4)

        Repeater {
            id: bars

            model: years.find.bars

            KioskFindYearBar {
                required property int index

                width: Math.max(1, (years.width - row.spacing * (bars.count - 1)) / bars.count)
                height: row.height
                marked: years.from >= 0 ? index >= Math.min(years.from, years.to) && index <= Math.max(years.from, years.to) : barInside
            }
        }
    }

    Rectangle {
        y: years.barsHeight
        width: parent.width
        height: Theme.stroke(2)
        color: Theme.edge
    }

    KioskText {
        y: years.barsHeight + Theme.px(5)
        text: years.find.firstYear
        decorative: true
        secondary: true
        level: KioskText.Caption
    }

    KioskText {
        anchors.right: parent.right
        y: years.barsHeight + Theme.px(5)
        text: years.find.lastYear
        decorative: true
        secondary: true
        level: KioskText.Caption
    }

    MouseArea {
        objectName: "find.years"
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            years.from = years.at(mouse.x);
            years.to = years.from;
        }
        onPositionChanged: mouse => years.to = years.at(mouse.x)
        onReleased: {
            years.choose();
            years.from = -1;
        }
        onCanceled: years.from = -1
    }

    KioskFocusRing {
        around: Theme.radiusLabel
    }
}
