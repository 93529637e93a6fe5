pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// A guided flow: one question in large type, its choices, and what was chosen on the way.
KioskPage {
    id: page

    required property FlowViewModel flow
    property int settlesIn: 450 // ms; longer than there is between the touches of two that were meant as one

    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(Theme.landscape ? 1400 : 1000))
    readonly property bool stuck: flow.mode === "trouble"

    name: flow.question !== "" ? `${flow.title}. ${flow.question}` : qsTrId("guide.page")
    firstFocus: content
    settling: guard.running

    StackView.onActivated: guard.restart()

    Connections {
        target: page.flow

        function onStepReplaced(): void {
            if (page.StackView.status !== StackView.Active)
                return;
            content.contentY = 0;
            content.forceActiveFocus(Qt.OtherFocusReason);
            arrival.restart();
            guard.restart();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Flickable {
        id: content

        objectName: "flow.content"
        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Column {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: Theme.px(Theme.landscape ? 32 : 56)
            width: page.column
            spacing: Theme.px(Theme.landscape ? 20 : 28)

            Item {
                width: parent.width
                height: title.height
                visible: page.flow.title !== ""

                KioskIcon {
                    id: sign

                    y: Math.round((Theme.headingLine - height) / 2)
                    name: "map"
                    size: Theme.icon(38)
                    color: title.color
                }

                KioskText {
                    id: title

                    x: sign.width + Theme.px(16)
                    width: parent.width - x
                    text: page.flow.title
                    level: KioskText.Heading
                    font.weight: Font.DemiBold
                    color: Theme.highContrast ? Theme.ink : Theme.askText
                    wrapMode: Text.WordWrap
                }
            }

            KioskFlowCrumbs {
                width: parent.width
                model: page.flow.crumbs
                onWanted: place => page.flow.goBackTo(place)
            }

            KioskText {
                objectName: "flow.question"
                width: parent.width
                visible: text !== ""
                topPadding: Theme.px(8)
                text: page.flow.question
                heading: true
                level: KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskSignInNotice {
                objectName: "flow.note"
                width: parent.width
                visible: text !== ""
                text: page.flow.note
            }

            KioskProgress {
                width: parent.width
                visible: page.flow.slow
                text: qsTrId("answer.slow")
                value: 0.5
            }

            KioskFlowChoices {
                width: parent.width
                visible: page.flow.mode === "step"
                model: page.flow.choices
                onChosen: number => page.flow.choose(number)
            }

            KioskButton {
                objectName: "flow.staff"
                width: Math.min(parent.width, implicitWidth)
                visible: page.stuck
                text: qsTrId("answer.staff")
                iconName: "mail"
                onClicked: page.flow.askStaff()
            }

            KioskTextLink {
                objectName: "flow.own"
                width: Math.min(parent.width, implicitWidth)
                visible: page.flow.mode !== "waiting"
                text: page.stuck ? qsTrId("guide.own") : qsTrId("guide.none")
                iconName: "ask"
                color: Theme.highContrast ? Theme.link : Theme.askText
                onClicked: page.flow.askInOwnWords()
            }

            KioskAnswerChannels {
                width: parent.width
                visible: page.stuck
                model: page.flow.channels
            }
        }

        // A second touch where the first one was is none of the step that has just come, moving or not.
        MouseArea {
            anchors.fill: inner
            visible: guard.running
        }

        Timer {
            id: guard

            interval: page.settlesIn
        }

        NumberAnimation {
            id: arrival

            target: inner
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.duration(180)
            easing.type: Easing.OutCubic
        }
    }
}
