pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Every filter with its count, kind by kind.
KioskDialog {
    id: sheet

    required property FindViewModel find

    readonly property list<string> kinds: ["available", "form", "language", "year", "audience", "branch", "subject", "author"]
    readonly property list<string> words: [qsTrId("find.filter.available"), qsTrId("find.filter.form"), qsTrId("find.filter.language"), qsTrId("find.filter.year"), qsTrId("find.filter.audience"), qsTrId("find.filter.branch"), qsTrId("find.filter.subject"), qsTrId("find.filter.author")]

    firstFocus: shows
    title: qsTrId("find.all_filters")
    iconName: "filter"

    Column {
        width: parent.width
        spacing: Theme.px(24)

        KioskText {
            width: parent.width
            text: sheet.find.nothing !== "" ? sheet.find.nothing : `${sheet.find.headline} ${sheet.find.remark}`
            wrapMode: Text.WordWrap
        }

        KioskButton {
            id: shows

            objectName: "find.sheet.show"
            width: parent.width
            kind: KioskButton.Primary
            text: qsTrId("find.filters.show")
            onClicked: sheet.dismissed()
        }

        KioskButton {
            objectName: "find.sheet.off"
            width: parent.width
            compact: false
            visible: sheet.find.filtered
            text: qsTrId("find.filters.off")
            onClicked: sheet.find.takeFiltersOff()
        }

        Repeater {
            model: sheet.kinds.length

            Column {
                id: kind

                required property int index

                width: parent?.width ?? 0
                spacing: Theme.px(12)
                visible: chips.count > 0

                KioskText {
                    text: sheet.words[kind.index]
                    heading: true
                    font.weight: Font.Bold
                }

                Flow {
                    width: parent.width
                    spacing: Theme.px(16)

                    Repeater {
                        id: chips

                        model: sheet.find.sheetOf(sheet.kinds[kind.index])

                        KioskFindChip {
                            width: Math.min(implicitWidth, kind.width)
                            find: sheet.find
                        }
                    }
                }
            }
        }
    }
}
