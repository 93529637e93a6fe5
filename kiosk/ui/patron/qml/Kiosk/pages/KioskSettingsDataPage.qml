pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Everything that is kept about a patron, to read and to print; keys lead from piece to piece.
KioskPage {
    id: page

    required property SettingsDataViewModel own

    readonly property real side: Math.max(Theme.px(24), Math.round((width - Theme.px(1240)) / 2))

    name: qsTrId("mydata.title")
    firstFocus: list

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ListView {
        id: list

        readonly property real headHeight: headerItem?.height ?? 0
        onHeadHeightChanged: if (contentY < originY + headHeight) // it is in sight, and grows upwards
            positionViewAtBeginning()

        objectName: "data.list"
        x: page.side - leftMargin
        width: page.width - 2 * x
        height: parent.height
        leftMargin: Theme.px(12) // all around for a focus ring
        rightMargin: leftMargin
        bottomMargin: Theme.px(24)
        clip: true
        keyNavigationEnabled: false // arrows lead from piece to piece
        cacheBuffer: 0 // rows made beforehand are a warning when the list is emptied meanwhile
        boundsBehavior: Flickable.StopAtBounds
        model: page.own.pieces

        header: KioskSettingsDataHead {
            width: list.width - 2 * list.leftMargin
            own: page.own
        }

        delegate: Item {
            id: piece

            required property int index
            required property string pieceHeading
            required property string pieceText

            objectName: `data.piece.${index}`
            width: list.width - 2 * list.leftMargin
            height: (pieceHeading === "" ? 0 : Theme.px(24)) + card.height
            activeFocusOnTab: true
            Accessible.role: Accessible.Paragraph
            Accessible.name: pieceHeading === "" ? pieceText : `${pieceHeading}\n${pieceText}`
            Accessible.focusable: true

            Rectangle {
                id: card

                y: parent.height - height
                width: parent.width
                height: column.y + column.height + Theme.px(16)
                color: Theme.card
                radius: Theme.radiusCard

                Column {
                    id: column

                    x: Theme.px(24)
                    y: piece.pieceHeading === "" ? Theme.px(10) : Theme.px(16) // one goes on below the other
                    width: parent.width - 2 * x
                    spacing: Theme.px(8)

                    KioskText {
                        width: parent.width
                        visible: text !== ""
                        text: piece.pieceHeading
                        heading: true
                        level: KioskText.Heading
                        wrapMode: Text.WordWrap
                    }

                    KioskText {
                        width: parent.width
                        text: piece.pieceText
                        decorative: true
                        wrapMode: Text.Wrap
                    }
                }

                KioskFocusRing {
                    around: Theme.radiusCard
                    inside: true
                    shown: Theme.keysInUse && piece.activeFocus
                }
            }
        }
    }
}
