pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What stands beside it on the shelf, as spines.
Item {
    id: shelf

    required property RecordViewModel record
    property real edge: Theme.px(40)
    readonly property bool filled: list.count > 1

    implicitHeight: Theme.headingLine + Theme.px(16) + list.height
    clip: edge === 0

    KioskText {
        x: shelf.edge
        text: qsTrId("record.shelf")
        heading: true
        level: KioskText.Heading
    }

    ListView {
        id: list

        objectName: "record.spines"
        keyNavigationEnabled: false // arrows lead from item to item
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        y: parent.height - height
        width: parent.width
        height: Theme.px(250)
        orientation: ListView.Horizontal
        spacing: Theme.px(5.5)
        leftMargin: shelf.edge
        rightMargin: shelf.edge
        model: shelf.record.spines

        delegate: Item {
            id: place

            required property string spineRecord
            required property string spineTitle
            required property string spineAuthor
            required property string spineCallNumber
            required property string spineGround
            required property string spineInk
            required property int spineWidth
            required property int spineHeight
            required property bool spineCurrent
            required property string spineLanguage

            width: Theme.px(spineWidth)
            height: list.height

            KioskSpine {
                deadX: Theme.px(6)
                objectName: `record.spine.${place.spineRecord}`
                anchors.bottom: parent.bottom
                unitsWide: place.spineWidth
                unitsHigh: place.spineHeight
                title: place.spineTitle
                ownLanguage: place.spineLanguage
                author: place.spineAuthor
                callNumber: place.spineCallNumber
                ground: place.spineGround
                inkColor: place.spineInk
                current: place.spineCurrent
                onClicked: if (!place.spineCurrent)
                    shelf.record.openRecord(place.spineRecord)
            }
        }
    }
}
