pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// In what order to show, where there is no room for it on the page.
KioskDialog {
    id: order

    required property FindViewModel find

    readonly property list<string> words: [qsTrId("find.sort.best"), qsTrId("find.sort.newest"), qsTrId("find.sort.by_title"), qsTrId("find.sort.by_author")]

    title: qsTrId("find.sort.title")
    iconName: "sort"

    Column {
        width: parent.width

        Repeater {
            model: order.words.length

            KioskLine {
                required property int index

                objectName: `find.order.${index}`
                width: parent?.width ?? 0
                text: order.words[index]
                weight: order.find.sort === index ? Font.Bold : Font.Normal
                trailingIcon: order.find.sort === index ? "check" : ""
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: order.find.sort === index
                onClicked: {
                    order.find.chooseSort(index);
                    order.dismissed();
                }
            }
        }
    }
}
