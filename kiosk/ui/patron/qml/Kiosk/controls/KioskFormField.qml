import QtQuick
import Kiosk

// One field of a form: its name, whether it may be left empty, the line to type into.
Column {
    id: one

    required property string fieldName
    required property string fieldLabel
    required property string fieldText
    required property string fieldHint
    required property string fieldError
    required property string fieldKind
    required property int fieldLongest
    required property bool fieldBrief
    property string goText
    property bool last: false // full, it leads nowhere by itself

    readonly property bool typing: line.typing
    readonly property bool digits: fieldKind !== "text"

    signal typed(text: string)
    signal went

    function beginTyping(): void {
        line.beginTyping();
    }

    function refill(): void {
        if (line.text !== fieldText)
            line.text = fieldText;
    }

    spacing: Theme.px(8)
    Component.onCompleted: refill()

    KioskText {
        width: parent.width
        text: one.fieldHint === "" ? one.fieldLabel : `${one.fieldLabel} (${one.fieldHint})`
        decorative: true
        font.weight: Font.DemiBold
        elide: Text.ElideRight
    }

    KioskField {
        id: line

        objectName: `${one.objectName}.field`
        width: parent.width
        iconName: ""
        name: one.fieldLabel
        placeholder: ""
        unitsHigh: 96
        goText: one.goText
        secret: one.fieldKind === "pin"
        clearable: !one.fieldBrief
        maximumLength: one.fieldLongest
        inputMethod: one.digits ? Qt.ImhDigitsOnly | Qt.ImhSensitiveData : Qt.ImhNoPredictiveText
        error: one.fieldBrief ? "" : one.fieldError
        onEdited: text => {
            one.typed(text);
            if (one.fieldBrief && !one.last && text.length === one.fieldLongest)
                one.went();
        }
        onCleared: one.typed("")
        onAccepted: one.went()
    }

    // More than the line shows: all of it, to look over.
    KioskText {
        objectName: `${one.objectName}.whole`
        width: parent.width
        visible: !line.secret && line.input.contentWidth > line.input.width
        text: line.text
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
}
