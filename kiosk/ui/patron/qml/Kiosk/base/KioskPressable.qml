import QtQuick
import QtQuick.Templates as T
import Kiosk

// What can be pressed: by touch, by Space, Return or Enter, or by a screen reader.
// `deadX` and `deadY` keep a strip at the edges without effect, so that neighbours stay apart.
T.AbstractButton {
    id: pressable

    property real deadX: 0
    property real deadY: 0
    property real around: Theme.radiusButton
    property bool ringInside: false
    property string explanation
    property string ownLanguage // that of its own words, in two letters: speech asks for both
    property list<string> ownWords // words of its name in their own language, in their order; none: the whole name
    property bool ringed: activeFocus // shows the ring while keys are in use

    hoverEnabled: false
    focusPolicy: Qt.TabFocus
    implicitWidth: Math.max(Theme.px(80), implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.px(80), implicitContentHeight + topPadding + bottomPadding)

    // An item, and no function: after hours of use the engine came to a mask whose function was gone, and a
    // button with it.
    containmentMask: reach

    Keys.onReturnPressed: pressable.click()
    Keys.onEnterPressed: pressable.click()

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: explanation
    Accessible.focusable: true

    Item {
        id: reach

        x: pressable.deadX
        y: pressable.deadY
        width: pressable.width - 2 * x
        height: pressable.height - 2 * y
    }

    KioskFocusRing {
        around: pressable.around
        inside: pressable.ringInside
        shown: Theme.keysInUse && pressable.ringed
    }
}
