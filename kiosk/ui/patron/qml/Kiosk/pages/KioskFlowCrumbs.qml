pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What was chosen so far; a touch on it chooses anew there.
Column {
    id: crumbs

    property alias model: made.model

    signal wanted(place: int)

    visible: made.count > 0
    spacing: Theme.px(10)

    KioskText {
        width: parent.width
        text: qsTrId("guide.chosen")
        level: KioskText.Caption
        secondary: true
        wrapMode: Text.WordWrap
    }

    Flow {
        width: parent.width
        spacing: Theme.px(16)

        Repeater {
            id: made

            KioskPressable {
                id: crumb

                required property int crumbPlace
                required property string crumbQuestion
                required property string crumbChoice

                readonly property real wanted: Theme.px(24 + 28 + 14 + 24) + Math.ceil(words.implicitWidth)

                objectName: `flow.crumb.${crumbPlace}`
                width: Math.min(wanted, crumbs.width)
                height: Math.max(Theme.px(80) + Theme.growth, words.height + Theme.px(32))
                padding: 0
                text: crumbChoice
                Accessible.name: `${qsTrId("guide.change")}: ${crumbQuestion} ${crumbChoice}`
                onClicked: crumbs.wanted(crumbPlace)

                background: Rectangle {
                    radius: Theme.radiusButton
                    color: crumb.down ? Theme.sunk : Theme.tintAsk
                    border.width: Theme.highContrast ? Theme.controlStroke : Theme.hairline
                    border.color: Theme.edge
                }

                contentItem: Item {
                    KioskIcon {
                        x: Theme.px(24)
                        anchors.verticalCenter: parent.verticalCenter
                        name: "check"
                        size: Theme.px(28)
                        color: Theme.highContrast ? Theme.ink : Theme.askText
                    }

                    KioskText {
                        id: words

                        x: Theme.px(24 + 28 + 14)
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - x - Theme.px(24)
                        text: crumb.crumbChoice
                        decorative: true
                        font.weight: Font.DemiBold
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }
}
