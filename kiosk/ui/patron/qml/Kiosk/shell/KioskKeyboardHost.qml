import QtQuick
import Kiosk
import Kiosk.Desk

// Shows the keyboard, or the number pad, while a field has the focus; the page above it gives way.
Item {
    id: host

    required property ShellViewModel shell
    property NarrationViewModel narration: null // without it no keypad walks the keys
    property Item focusItem: null

    readonly property KioskInput target: focusItem as KioskInput
    readonly property bool shown: target !== null
    property bool numbersLast: false

    height: numbersLast ? pad.implicitHeight : keyboard.implicitHeight
    visible: veil.opacity > 0
    transform: Theme.mirrorOf(host, Theme.mirrored) // keys lie as on every keyboard
    onTargetChanged: {
        walk.stop();
        if (target === null)
            return;
        target.keys = walk;
        numbersLast = (target.inputMethodHints & Qt.ImhDigitsOnly) !== 0;
        keyboard.signsShown = false;
        keyboard.variantsOf = "";
    }

    KioskKeyWalk {
        id: walk

        narration: host.narration
        bed: veil
    }

    function type(text: string): void {
        if (target === null)
            return;
        if (target.selectedText !== "")
            target.remove(target.selectionStart, target.selectionEnd);
        target.insert(target.cursorPosition, text);
    }

    function erase(): void {
        if (target === null)
            return;
        if (target.selectedText !== "")
            target.remove(target.selectionStart, target.selectionEnd);
        else if (target.cursorPosition > 0)
            target.remove(target.cursorPosition - 1, target.cursorPosition);
    }

    function go(): void {
        if (target !== null)
            target.accepted();
    }

    Item {
        id: veil

        width: parent.width
        height: parent.height
        opacity: 0

        KioskKeyboard {
            id: keyboard

            width: parent.width
            visible: !host.numbersLast
            language: host.shell.language
            goText: host.target?.goText ?? ""
            onTyped: text => host.type(text)
            onErased: host.erase()
            onWent: host.go()
        }

        KioskNumberPad {
            id: pad

            width: parent.width
            visible: host.numbersLast
            goText: host.target?.goText ?? ""
            onTyped: text => host.type(text)
            onErased: host.erase()
            onWent: host.go()
        }

        transform: Translate {
            id: slide

            y: Theme.reducedMotion ? 0 : Theme.px(24)
        }
    }

    states: State {
        name: "shown"
        when: host.shown

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
