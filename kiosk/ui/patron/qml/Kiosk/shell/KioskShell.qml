pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Kiosk
import Kiosk.Desk

// Everything in the window: header, pages, keyboard, dock, toast. Taps are ignored while pages change.
FocusScope {
    id: root

    required property Desk desk

    readonly property ShellViewModel shell: desk.shell
    readonly property real footTop: height - dock.height - lowTabs.height
    readonly property bool busy: stack.busy || ((stack.currentItem as KioskPage)?.settling ?? false)

    focus: true
    enabled: !stack.busy

    KioskThemeFeed {
        shell: root.shell
        room: root
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    KioskHeader {
        id: header

        width: parent.width
        shell: root.shell
        visible: !root.shell.atHome
    }

    StackView {
        id: stack

        objectName: "pages"
        y: root.shell.atHome ? 0 : !Theme.lowReach ? header.height : Theme.largeText && keyboard.shown ? Math.max(header.height, Math.min(Theme.lowMiddle, keyboard.y - Theme.px(560))) : Theme.lowMiddle // room for a field above keys
        width: parent.width
        height: (keyboard.shown ? keyboard.y : root.footTop) - y
        onHeightChanged: Qt.callLater(pilot.lookAgain)
        clip: true
        initialItem: pages.home

        pushEnter: KioskSlide {
            away: rise.running ? 0 : Theme.px(48)
        }
        pushExit: KioskSlide {
            leaving: true
        }
        popEnter: KioskSlide {
            away: -Theme.px(48)
        }
        popExit: KioskSlide { leaving: true }
    }

    KioskPages {
        id: pages

        desk: root.desk
    }

    Connections {
        target: root.shell

        function onStepped(forward: bool): void {
            pilot.step(forward, true);
        }

        function onMoved(how: string, page: string): void {
            root.move(how, pages.of(page));
        }
    }

    // A page that is not there is not gone to; a reset never waits for a transition. The focus leaves the
    // page first: with it the keyboard goes, and a stack that is resized while it clears crashes.
    function move(how: string, page: Component): void {
        if (page === null && how !== "pop")
            return;
        pilot.forceActiveFocus(Qt.OtherFocusReason);
        if (how === "reset") {
            stack.clear(StackView.Immediate);
            stack.push(pages.home, StackView.Immediate);
        } else if (how === "pop" && stack.depth > 1) {
            stack.pop(Theme.reducedMotion ? StackView.Immediate : StackView.PopTransition);
        } else if (how === "push") {
            const home = stack.currentItem as KioskHomePage;
            if (home !== null)
                rise.begin(home.placeOf(root.shell.section), Qt.rect(0, stack.y, root.width, root.footTop - stack.y), root.shell.section);
            stack.push(page, Theme.reducedMotion ? StackView.Immediate : StackView.PushTransition);
        } else if (how === "swap") {
            stack.replace(page, Theme.reducedMotion ? StackView.Immediate : StackView.PushTransition);
        } else if (how === "supplant") {
            stack.replace(stack.get(stack.depth - 2), page, Theme.reducedMotion ? StackView.Immediate : StackView.PushTransition);
        } else if (how === "replace") {
            stack.pop(null, StackView.Immediate);
            stack.push(page, StackView.Immediate);
        }
    }

    KioskRise {
        id: rise
    }

    KioskKeyboardHost {
        id: keyboard

        width: parent.width
        y: root.footTop - height
        shell: root.shell
        narration: root.desk.narration
        focusItem: root.Window.activeFocusItem
    }

    Item {
        id: lowTabs

        y: root.footTop
        width: parent.width
        height: Theme.lowReach && !root.shell.atHome ? Theme.px(108) : 0
        visible: height > 0

        Rectangle {
            anchors.fill: parent
            color: Theme.sunk
        }

        Loader {
            x: Theme.px(24)
            y: Theme.px(16)
            active: lowTabs.visible

            sourceComponent: KioskTabs {
                shell: root.shell
                room: root.width - Theme.px(48)
            }
        }
    }

    KioskDock {
        id: dock

        y: parent.height - height
        width: parent.width
        shell: root.shell
        help: root.desk.help
    }

    KioskToast {
        objectName: "toast"
        x: Math.round((parent.width - width) / 2)
        y: root.footTop - height - Theme.px(24)
        width: Math.min(parent.width - 2 * Theme.px(24), Theme.px(1032))
        text: root.shell.toast
        iconName: root.shell.toastIcon
        lasting: root.desk.narration.active
        action: root.shell.toastAction
        onActed: root.shell.actOnToast()
        onEnded: root.shell.endToast()
    }

    KioskAnswerPhone {
        z: 30
        phone: root.desk.answer.phone
    }

    KioskHelpDialog {
        z: 40
        help: root.desk.help
    }

    KioskIdleDialog {
        z: 50
        idle: root.desk.idle
    }

    KioskFront {
        z: 60
        desk: root.desk
    }

    KioskKeyPilot {
        id: pilot

        anchors.fill: parent
        z: 100
        scope: root
        narration: root.desk.narration
        onBackWanted: root.shell.back()
        onSomebodyThere: root.shell.touch()
    }

    Keys.forwardTo: pilot
}
