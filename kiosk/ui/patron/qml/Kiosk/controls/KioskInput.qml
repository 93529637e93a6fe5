pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The editable line inside a field; the on-screen keyboard serves it and names its go key by `goText`.
TextInput {
    id: input

    property string goText
    property Item keys: null // takes keys before the line does
    readonly property bool open: !readOnly && echoMode === TextInput.Normal // what is typed may be seen

    activeFocusOnTab: true
    Keys.forwardTo: keys === null ? [] : [keys]
    clip: true
    color: Theme.ink
    font.family: Theme.family
    // What is too long to be seen whole is written smaller before its beginning goes out of sight.
    font.pixelSize: large.advanceWidth + Theme.px(16) > width ? Theme.rowSize : Theme.titleSize
    font.weight: Font.DemiBold
    font.hintingPreference: Font.PreferVerticalHinting
    horizontalAlignment: Theme.alignStart
    verticalAlignment: TextInput.AlignVCenter
    transform: Theme.mirrorOf(input, Theme.mirrored)
    selectionColor: Theme.ink
    selectedTextColor: Theme.paper
    selectByMouse: false
    passwordCharacter: "•"

    TextMetrics {
        id: large

        text: input.displayText
        font.family: Theme.family
        font.pixelSize: Theme.titleSize
        font.weight: Font.DemiBold
    }

    // The caret stands clear of the last letter.
    cursorDelegate: Item {
        width: Theme.px(10)
        visible: input.activeFocus

        Rectangle {
            x: input.text === "" ? 0 : Theme.px(6)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.stroke(4)
            height: Theme.px(52)
            color: Theme.action
        }
    }

    Accessible.role: Accessible.EditableText
    Accessible.passwordEdit: echoMode !== TextInput.Normal
}
