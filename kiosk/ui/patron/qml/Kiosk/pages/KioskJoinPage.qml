pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// One step of joining: a question in large type, its fields, and the way on. Each step is a page of its own.
KioskPage {
    id: page

    required property JoinViewModel join
    property string step // the one that was in sight when the page was made

    readonly property bool cramped: height < Theme.px(700) // the keys have taken the room
    readonly property bool typing: ["name", "birth", "contact", "guardian", "pin"].includes(step)
    readonly property real column: Math.min(width - 2 * Theme.px(40), Theme.px(Theme.landscape ? 1240 : 1000))

    name: qsTrId(`join.${step}.title`)
    firstFocus: content

    Component.onCompleted: step = join.step
    StackView.onActivated: Qt.callLater(page.begin)

    function begin(): void {
        if (page.typing)
            form.beginTyping();
    }

    Connections {
        target: page.join

        function onRefilled(): void {
            form.refill();
        }

        function onChanged(): void {
            if (page.StackView.status === StackView.Active && page.join.step === page.step)
                Qt.callLater(form.seekTrouble);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }

    Flickable {
        id: content

        objectName: "join.content"
        anchors.fill: parent
        clip: true
        contentHeight: inner.y + inner.height + Theme.px(32)
        interactive: contentHeight > height
        boundsBehavior: Flickable.DragAndOvershootBounds

        Column {
            id: inner

            x: Math.round((content.width - width) / 2)
            y: Theme.px(page.cramped ? 20 : Theme.landscape ? 40 : 72)
            width: page.column
            spacing: Theme.px(page.cramped ? 12 : 24)

            KioskProgress {
                width: Math.min(parent.width, Theme.px(page.cramped ? 2000 : 520))
                visible: !page.cramped
                text: page.join.place
                value: page.join.share
                thickness: Theme.px(10)
            }

            KioskText {
                objectName: "join.title"
                width: parent.width
                text: page.name
                heading: true
                level: page.cramped ? KioskText.Heading : KioskText.Display
                wrapMode: Text.WordWrap
            }

            KioskText {
                width: parent.width
                visible: !page.cramped
                text: qsTrId(`join.${page.step}.why`)
                secondary: true
                wrapMode: Text.WordWrap
            }

            KioskFormFields {
                id: form

                view: content
                width: parent.width
                visible: page.typing
                fields: page.join.formOf(page.step)
                group: "join"
                paired: Theme.landscape && !Theme.largeText
                onTyped: (name, text) => page.join.type(name, text)
                onFinished: page.join.goOn()
            }

            KioskSignInNotice {
                width: parent.width
                visible: text !== ""
                text: page.step === "birth" ? page.join.birthError : page.step === "agree" ? page.join.failure : ""
            }

            Loader {
                id: choice

                width: parent.width
                active: !page.typing
                visible: active
                sourceComponent: page.step === "language" ? languages : page.step === "review" ? review : page.step === "agree" ? terms : null
            }

            Item {
                width: 1
                height: Theme.px(page.cramped ? 0 : 8)
            }

            KioskButton {
                objectName: "join.next"
                kind: KioskButton.Primary
                big: true
                visible: page.step !== "agree" && (!page.typing || !page.cramped || Theme.keysInUse) // there a finger has the go key
                width: Math.min(parent.width, Theme.px(472))
                text: page.step === "review" ? qsTrId("join.review.right") : qsTrId("form.next")
                iconName: "arrow"
                onClicked: page.join.goOn()
            }

            KioskButton {
                objectName: "join.agree"
                kind: KioskButton.Primary
                big: true
                visible: page.step === "agree"
                enabled: !page.join.busy
                width: Math.min(parent.width, Math.max(Theme.px(640), implicitWidth))
                text: page.join.busy ? qsTrId("join.agree.busy") : qsTrId("join.agree.yes")
                iconName: "check"
                onClicked: page.join.agree()
            }
        }
    }

    Component {
        id: languages

        KioskJoinLanguages {
            join: page.join
        }
    }

    Component {
        id: review

        KioskJoinReview {
            join: page.join
        }
    }

    Component {
        id: terms

        KioskJoinTerms {
            join: page.join
        }
    }
}
