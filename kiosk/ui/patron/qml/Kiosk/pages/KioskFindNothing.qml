import QtQuick
import Kiosk
import Kiosk.Desk

// What to try when nothing was found, or why one cannot search.
KioskCard {
    id: nothing

    required property FindViewModel find

    readonly property bool failed: find.trouble !== ""

    padding: Theme.px(32)
    implicitHeight: inner.height + 2 * padding

    Column {
        id: inner

        width: parent.width
        spacing: Theme.px(16)

        Row {
            width: parent.width
            spacing: Theme.px(18)

            KioskIcon {
                name: nothing.failed ? "alert" : "search"
                size: Theme.px(40)
                color: nothing.failed ? Theme.wait : Theme.ink
            }

            KioskText {
                width: parent.width - Theme.px(58)
                text: nothing.failed ? nothing.find.trouble : nothing.find.nothing
                heading: true
                level: KioskText.Heading
                wrapMode: Text.WordWrap
            }
        }

        KioskText {
            width: parent.width
            visible: !nothing.failed
            text: qsTrId("find.nothing.spelling")
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: !nothing.failed
            text: qsTrId("find.nothing.fewer")
            wrapMode: Text.WordWrap
        }

        KioskText {
            width: parent.width
            visible: !nothing.failed
            text: qsTrId("find.nothing.ask")
            wrapMode: Text.WordWrap
        }

        Flow {
            width: parent.width
            topPadding: Theme.px(8)
            spacing: Theme.px(16)

            KioskButton {
                objectName: "find.nothing.unfilter"
                visible: nothing.find.filtered
                text: qsTrId("find.filters.off")
                iconName: "filter"
                onClicked: nothing.find.takeFiltersOff()
            }

            KioskButton {
                objectName: "find.nothing.everywhere"
                visible: nothing.find.field !== 0
                text: qsTrId("find.nothing.everywhere")
                iconName: "search"
                onClicked: nothing.find.chooseField(0)
            }

            KioskButton {
                objectName: "find.nothing.get"
                visible: !nothing.failed && !nothing.find.filtered
                kind: KioskButton.Primary
                compact: true
                text: qsTrId("find.nothing.get")
                iconName: "book"
                onClicked: nothing.find.askToGet()
            }

            KioskButton {
                objectName: "find.nothing.ask"
                text: qsTrId("find.ask")
                iconName: "ask"
                onClicked: nothing.find.getHelp()
            }
        }
    }
}
