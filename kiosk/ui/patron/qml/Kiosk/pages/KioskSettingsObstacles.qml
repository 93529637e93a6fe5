pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What stands in the way of being forgotten, each with the way out; or that nothing does.
KioskAccountCard {
    id: card

    required property SettingsEraseViewModel erase

    title: qsTrId(erase.obstacleCount > 0 ? "erase.obstacles" : "erase.free")
    iconName: erase.obstacleCount > 0 ? "hourglass" : "check"
    headHeight: Theme.px(80) + Theme.growth

    Repeater {
        model: card.erase.obstacles

        Item {
            id: obstacle

            required property string obstacleText
            required property string obstacleRemedy

            width: parent?.width ?? 0
            height: words.height + Theme.px(32)

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }

            KioskIcon {
                y: Theme.px(18)
                name: "alert"
                size: Theme.icon(30)
                color: Theme.wait
            }

            Column {
                id: words

                x: Theme.icon(30) + Theme.px(16)
                y: Theme.px(16)
                width: parent.width - x

                KioskText {
                    width: parent.width
                    text: obstacle.obstacleText
                    font.weight: Font.DemiBold
                    wrapMode: Text.WordWrap
                }

                KioskText {
                    width: parent.width
                    text: obstacle.obstacleRemedy
                    secondary: true
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
