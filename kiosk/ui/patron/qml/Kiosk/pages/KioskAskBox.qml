import QtQuick
import Kiosk
import Kiosk.Desk

// The field for a question in one's own words; nothing is asked before Enter or the go key.
KioskField {
    id: box

    required property AskViewModel ask

    objectName: "ask.field"
    iconName: "ask"
    unitsHigh: 96
    placeholder: width < Theme.px(700) || Theme.largeText ? qsTrId("ask.hint.short") : qsTrId("ask.hint")
    name: qsTrId("ask.hint")
    goText: qsTrId("ask.go")
    inputMethod: Qt.ImhNone
    onEdited: text => ask.type(text)
    onAccepted: ask.submit()
    onCleared: ask.clear()
    Component.onCompleted: text = ask.text

    Connections {
        target: box.ask

        function onTextReplaced(): void {
            if (box.text !== box.ask.text)
                box.text = box.ask.text;
        }
    }
}
