import QtQuick
import Kiosk

// A question above a page: a card with its subject on a tab, over the scrim; keys stay inside.
FocusScope {
    id: dialog

    property bool shown: false
    property string section: "find"
    property string title
    property string iconName: "info"
    property Item firstFocus: null
    property real breadth: Theme.px(900)
    property bool opaque: false // hides what lies behind altogether
    default property alias content: inside.data

    readonly property real roomInside: card.width - 2 * Theme.px(56)
    readonly property real cardHeight: inside.childrenRect.height + Theme.px(10) + 2 * Theme.px(56) - Theme.px(24)

    signal dismissed

    property Item before: null // what had the focus, and gets it back

    anchors.fill: parent
    visible: veil.opacity > 0
    onShownChanged: if (shown) {
        before = Window.activeFocusItem;
        (firstFocus ?? card).forceActiveFocus(Qt.TabFocusReason);
    } else if (activeFocus) {
        before?.forceActiveFocus(Qt.OtherFocusReason);
    }
    Keys.onEscapePressed: dialog.dismissed()
    Keys.onBackPressed: dialog.dismissed()

    Rectangle {
        id: veil

        anchors.fill: parent
        color: dialog.opaque ? Theme.blended(Theme.scrim, Theme.paper, Theme.scrim.a) : Theme.scrim
        opacity: 0

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
    }

    FocusScope {
        id: card

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.lowReach ? parent.height - Theme.dockHeight - height - Theme.px(24) : Math.round((parent.height - height + Theme.px(76)) / 2)
        width: Math.min(dialog.breadth, parent.width - 2 * Theme.px(24))
        height: Math.min(dialog.cardHeight, parent.height - (Theme.lowReach ? Theme.dockHeight + Theme.px(76 + 2 * 24) : Theme.px(140)))
        opacity: veil.opacity
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        KioskTabShape {
            id: tab

            x: Theme.px(65)
            y: -Theme.px(76)
            width: subject.implicitWidth + 2 * Theme.px(50)
            height: Theme.px(78)
            shoulder: Theme.px(16)
            fill: Theme.sectionFill(dialog.section)

            KioskLabel {
                id: subject

                anchors.centerIn: parent
                text: dialog.title
                iconName: dialog.iconName
                iconSize: Theme.px(34)
                gap: Theme.px(18)
                level: KioskText.Heading
                weight: Font.Bold
                color: Theme.secInk
            }
        }

        KioskLift {
            layers: 6
            radius: Theme.radiusDialog
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusDialog
            color: Theme.sectionFill(dialog.section)
        }

        Rectangle {
            y: Theme.px(10)
            width: parent.width
            height: parent.height - y
            radius: Theme.radiusDialog
            color: Theme.card
            border.width: Theme.highContrast ? Theme.hairline : 0
            border.color: Theme.line

            Rectangle {
                x: parent.border.width
                width: parent.width - 2 * x
                height: Theme.px(16)
                color: Theme.card
            }
        }

        Flickable {
            id: flick

            y: Theme.px(10)
            width: parent.width
            height: parent.height - y - (interactive ? Theme.px(48) : 0)
            contentHeight: inside.childrenRect.height + 2 * Theme.px(56) - Theme.px(24)
            interactive: contentHeight > Math.ceil(parent.height - y)
            clip: interactive

            Item {
                id: inside

                x: Theme.px(56)
                y: Theme.px(56)
                width: parent.width - 2 * x
            }
        }

        // Where there is more than has room, its foot says so until the end is reached.
        Item {
            objectName: "dialog.more"
            y: parent.height - height
            width: parent.width
            height: Theme.px(48)
            visible: flick.interactive
            opacity: flick.atYEnd ? 0 : 1

            Rectangle {
                x: Theme.px(56)
                width: parent.width - 2 * x
                height: Theme.hairline
                color: Theme.line
            }

            KioskIcon {
                anchors.centerIn: parent
                name: "down"
                size: Theme.px(32)
                color: Theme.ink2
            }
        }

        transform: Translate {
            id: slide

            y: Theme.reducedMotion ? 0 : Theme.px(24)
        }
    }

    states: State {
        name: "shown"
        when: dialog.shown

        PropertyChanges {
            veil.opacity: 1
            slide.y: 0
        }
    }

    transitions: [
        Transition {
            to: "shown"

            NumberAnimation {
                properties: "opacity,y"
                duration: Theme.duration(200)
                easing.type: Easing.OutCubic
            }
        },
        Transition {
            from: "shown"

            NumberAnimation {
                properties: "opacity,y"
                duration: Theme.duration(150)
            }
        }
    ]
}
