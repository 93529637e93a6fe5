import QtQuick
import Kiosk

// A line to type into: own caret, a clear button of the whole height, and when wrong its cause and remedy below.
FocusScope {
    id: field

    property string iconName: "search"
    property string placeholder
    property string name: placeholder // for screen readers
    property string clearName: qsTrId("field.clear")
    property string goText: qsTrId("keyboard.search")
    property string error // what is wrong and what to do; empty: nothing
    property bool clearable: true
    property bool secret: false // a PIN: dots
    property int inputMethod: Qt.ImhNoPredictiveText
    property int maximumLength: 200
    property real unitsHigh: 104
    property alias text: input.text
    property alias input: input
    readonly property bool typing: input.activeFocus

    signal edited(text: string)
    signal accepted
    signal cleared

    // Of a line that shows dots Qt tells nothing, not even its name.
    Accessible.role: secret ? Accessible.Grouping : Accessible.NoRole
    Accessible.name: name
    implicitHeight: frame.height + (error === "" ? 0 : problem.height + Theme.px(16))

    function beginTyping(): void {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        id: frame

        width: parent.width
        height: Theme.px(field.unitsHigh) + Theme.growth
        radius: Theme.radiusButton
        color: Theme.field
        border.width: Theme.fieldStroke
        border.color: field.error !== "" ? Theme.stop : Theme.ink

        TapHandler {
            onTapped: field.beginTyping()
        }

        KioskIcon {
            id: mark

            x: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            visible: field.iconName !== ""
            name: field.iconName
            size: Theme.px(44)
        }

        KioskText {
            x: input.x + (field.typing ? Theme.px(12) : 0)
            anchors.verticalCenter: parent.verticalCenter
            width: input.width
            visible: input.text === "" && input.preeditText === ""
            text: field.placeholder
            decorative: true
            secondary: true
            level: measure.advanceWidth > width ? KioskText.Caption : KioskText.Row
            wrapMode: Text.WordWrap

            TextMetrics {
                id: measure

                text: field.placeholder
                font.family: Theme.family
                font.pixelSize: Theme.rowSize
            }
        }

        KioskInput {
            id: input

            objectName: `${field.objectName}.input`
            x: field.iconName !== "" ? Theme.px(96) : Theme.px(28)
            width: parent.width - x - (clear.visible ? clear.width + Theme.px(8) : Theme.px(28))
            height: parent.height
            focus: true
            goText: field.goText
            maximumLength: field.maximumLength
            inputMethodHints: field.inputMethod
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            onTextChanged: if (activeFocus)
                field.edited(text)
            onAccepted: field.accepted()

            Accessible.name: field.name
            Accessible.description: field.error
        }

        KioskPressable {
            id: clear

            objectName: `${field.objectName}.clear`
            anchors.right: parent.right
            deadX: Theme.px(8)
            width: parent.height
            height: parent.height
            visible: field.clearable && input.text !== "" && !input.readOnly
            text: field.clearName
            around: width / 2
            padding: 0
            onClicked: {
                field.beginTyping();
                input.clear();
                field.cleared();
            }

            background: Item {
                Rectangle {
                    anchors.centerIn: parent
                    width: Theme.px(64)
                    height: width
                    radius: width / 2
                    color: clear.down ? Theme.line : Theme.sunk
                    border.width: Theme.highContrast ? Theme.stroke(2) : 0
                    border.color: Theme.edge
                }
            }

            contentItem: Item {
                KioskIcon {
                    anchors.centerIn: parent
                    name: "close"
                    size: Theme.px(32)
                }
            }
        }

        KioskFocusRing {
            around: Theme.radiusButton
            shown: field.typing
            gap: Theme.px(3)
        }
    }

    Row {
        id: problem

        anchors.top: frame.bottom
        anchors.topMargin: Theme.px(16)
        visible: field.error !== ""
        spacing: Theme.px(10)

        KioskIcon {
            name: "stop"
            size: Theme.px(28)
            thickness: 2.2
            color: Theme.stop
        }

        KioskText {
            width: field.width - Theme.px(40)
            text: field.error
            level: KioskText.Caption
            color: Theme.stop
            font.weight: Font.DemiBold
            wrapMode: Text.WordWrap
        }
    }
}
