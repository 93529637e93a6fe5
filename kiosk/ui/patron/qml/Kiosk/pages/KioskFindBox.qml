import QtQuick
import Kiosk
import Kiosk.Desk

// The search field, bound to what is looked for; a touch on it, or a letter, goes back to typing.
KioskField {
    id: box

    required property FindViewModel find

    objectName: "find.field"
    placeholder: width < Theme.px(560) ? qsTrId("find.hint.short") : qsTrId("find.hint")
    name: qsTrId("find.hint")
    onEdited: text => find.type(text)
    onAccepted: find.submit()
    onCleared: find.clear()
    // Who only comes by with the arrow keys keeps the results until a letter is typed.
    onTypingChanged: if (typing && !Theme.keysInUse)
        find.beginTyping()
    Component.onCompleted: text = find.text

    Connections {
        target: box.find

        function onTextReplaced(): void {
            if (box.text !== box.find.text)
                box.text = box.find.text;
        }
    }
}
