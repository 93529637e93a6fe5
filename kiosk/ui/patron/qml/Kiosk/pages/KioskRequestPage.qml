pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What can be asked of the library, and how far something asked is.
KioskPage {
    id: page

    required property RequestViewModel request

    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(1240))
    readonly property list<string> icons: ["coin", "loan", "ask"]
    readonly property list<string> titles: [qsTrId("requests.purchase.title"), qsTrId("requests.interlibrary_loan.title"), qsTrId("requests.question.title")]
    readonly property list<string> whys: [qsTrId("requests.purchase.why"), qsTrId("requests.interlibrary_loan.why"), qsTrId("requests.question.why")]

    name: qsTrId("requests.start.title")
    firstFocus: content

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Flickable {
        id: content

        objectName: "request.content"
        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Column {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: Theme.px(Theme.landscape ? 40 : 72)
            width: page.column
            spacing: Theme.px(24)

            KioskText {
                width: parent.width
                text: page.name
                heading: true
                level: KioskText.Display
                wrapMode: Text.WordWrap
            }

            Repeater {
                model: 3

                KioskRequestWay {
                    required property int index

                    objectName: `request.open.${index}`
                    width: inner.width
                    title: page.titles[index]
                    why: page.whys[index]
                    sign: page.icons[index]
                    onClicked: page.request.open(index)
                }
            }

            KioskRequestWay {
                objectName: "request.lookup"
                width: inner.width
                title: qsTrId("requests.lookup.title")
                why: qsTrId("requests.lookup.why")
                sign: "number"
                onClicked: page.request.openLookup()
            }
        }
    }
}
