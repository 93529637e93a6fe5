pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The on-screen keyboard: letters by language, signs, variants by holding a key.
Rectangle {
    id: keyboard

    property string language: "en"
    property string goText: qsTrId("keyboard.search")
    property bool shifted: false
    property bool signsShown: false
    property string variantsOf

    readonly property bool aside: Theme.landscape && Theme.unitsWide >= 1400 // room for a block beside
    readonly property list<string> rows: KioskKeyLayouts.rows(language, signsShown, aside)
    readonly property bool blocked: aside && !signsShown && KioskKeyLayouts.block(language).length > 0
    readonly property real over: Theme.px(Theme.landscape ? 16 : 28)

    signal typed(text: string)
    signal erased
    signal went

    implicitHeight: over + Theme.px(Theme.landscape ? 12 : 40) + (rows.length + 1) * Theme.px(108) - Theme.px(20)
    color: Theme.sunk
    Accessible.role: Accessible.Pane
    Accessible.name: qsTrId("keyboard.name")

    function shown(letter: string): string {
        return shifted && letter !== "ß" ? letter.toUpperCase() : letter;
    }

    function press(letter: string): void {
        typed(shown(letter));
        shifted = false;
        variantsOf = "";
    }

    // Taps between the keys end here, not on the page behind.
    MouseArea {
        anchors.fill: parent
        onClicked: keyboard.variantsOf = ""
    }

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }

    Column {
        id: bed

        x: Math.round((keyboard.width - width - (keyboard.blocked ? block.width + Theme.px(48) : 0)) / 2)
        y: keyboard.over
        width: Theme.px(1040)
        spacing: Theme.px(20)

        Repeater {
            model: keyboard.rows

            Row {
                id: line

                required property string modelData
                required property int index
                readonly property bool last: index === keyboard.rows.length - 1

                anchors.horizontalCenter: parent?.horizontalCenter
                spacing: Theme.px(16)

                KioskKey {
                    objectName: "key.shift"
                    visible: line.last
                    width: Math.max(Theme.px(80), (Theme.px(1040) - line.modelData.length * Theme.px(96) - Theme.px(16)) / 2)
                    text: qsTrId("keyboard.shift")
                    iconName: "shift"
                    functional: true
                    latched: keyboard.shifted
                    enabled: !keyboard.signsShown
                    onClicked: keyboard.shifted = !keyboard.shifted
                }

                Repeater {
                    model: line.modelData.split("")

                    KioskKey {
                        required property string modelData

                        objectName: `key.${modelData}`
                        text: keyboard.shown(modelData)
                        hint: keyboard.signsShown ? "" : keyboard.shown(KioskKeyLayouts.hint(keyboard.language, modelData))
                        onClicked: keyboard.press(modelData)
                        onHeld: if (KioskKeyLayouts.behind(keyboard.language, modelData) !== "")
                            keyboard.variantsOf = modelData
                    }
                }

                KioskKey {
                    objectName: "key.delete"
                    visible: line.last
                    width: Math.max(Theme.px(80), (Theme.px(1040) - line.modelData.length * Theme.px(96) - Theme.px(16)) / 2)
                    text: qsTrId("keyboard.delete")
                    iconName: "delete"
                    functional: true
                    onClicked: keyboard.erased()
                }
            }
        }

        KioskKeyFoot {
            language: keyboard.language
            signsShown: keyboard.signsShown
            goText: keyboard.goText
            onTyped: text => keyboard.press(text)
            onWent: keyboard.went()
            onSignsToggled: keyboard.signsShown = !keyboard.signsShown
            onLanguageTurned: keyboard.language = KioskKeyLayouts.after(keyboard.language)
        }
    }

    KioskKeyBlock {
        id: block

        x: bed.x + bed.width + Theme.px(48)
        y: bed.y
        visible: keyboard.blocked
        rows: keyboard.blocked ? KioskKeyLayouts.block(keyboard.language) : []
        shifted: keyboard.shifted
        onTyped: letter => keyboard.press(letter)
    }

    KioskKeyVariants {
        anchors.horizontalCenter: parent.horizontalCenter
        y: keyboard.over - height + Theme.px(88)
        letters: KioskKeyLayouts.behind(keyboard.language, keyboard.variantsOf).split("").map(letter => keyboard.shown(letter))
        onChosen: letter => {
            keyboard.typed(letter);
            keyboard.shifted = false;
            keyboard.variantsOf = "";
        }
        onClosed: keyboard.variantsOf = ""
    }
}
