import QtQuick
import Kiosk

// A table of an answer; of a long one the first rows, the rest on demand. In large text its rows are lists.
Column {
    id: table

    property list<string> heads
    property var rows: []
    property list<string> icons
    property list<real> shares
    property int marked: -1
    property bool figures: true
    property bool expanded: false

    readonly property bool stacked: Theme.largeText && heads.length > 2
    readonly property bool long: figures && rows.length > 7
    readonly property int shown: long && !expanded ? 5 : rows.length

    KioskAnswerRows {
        width: parent.width
        visible: table.stacked
        heads: table.heads
        rows: table.stacked ? table.rows.slice(0, table.shown) : []
        icons: table.icons
        marked: table.marked
    }

    KioskTable {
        width: parent.width
        visible: !table.stacked
        heads: table.heads
        rows: table.stacked ? [] : table.rows.slice(0, table.shown)
        icons: table.icons
        shares: table.shares
        marked: table.marked
        figures: table.figures
    }

    KioskTextLink {
        objectName: "answer.table.all"
        visible: table.long && !table.expanded
        text: qsTrId("answer.rows.all")
        iconName: "down"
        onClicked: table.expanded = true
    }
}
