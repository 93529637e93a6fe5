pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The fields of a form, each with its name above and its error below; the go key leads from one to the next.
Flow {
    id: form

    property QtObject fields // rows of FormField, prefixed `field`
    property string group // begins the object names
    property string goText: qsTrId("form.next")
    property bool paired: false // two beside one another
    property Flickable view: null // scrolled so that the field typed into is never under the keys

    readonly property int count: rows.count
    readonly property real gap: Theme.px(24)
    readonly property real half: Math.floor((width - gap) / 2)

    signal typed(name: string, text: string)
    signal finished

    function beginTyping(): void {
        (rows.itemAt(0) as KioskFormField)?.beginTyping();
    }

    // Show what is kept, whatever stands there; nothing is told of it.
    function refill(): void {
        for (let place = 0; place < rows.count; place++)
            (rows.itemAt(place) as KioskFormField)?.refill();
    }

    // Lead to the field that is wrong, or the first.
    function seekTrouble(): void {
        for (let place = 0; place < rows.count; place++) {
            const field = rows.itemAt(place) as KioskFormField;
            if (field !== null && field.fieldError !== "") {
                field.beginTyping();
                return;
            }
        }
    }

    function reveal(): void {
        for (let place = 0; place < rows.count; place++) {
            const field = rows.itemAt(place) as KioskFormField;
            if (view === null || field === null || !field.typing)
                continue;
            const top = field.mapToItem(view.contentItem, 0, 0).y - Theme.px(24);
            const bottom = top + field.height + Theme.px(48) - view.height;
            view.contentY = Math.max(0, Math.min(top, Math.max(view.contentY, bottom)));
        }
    }

    Connections {
        target: form.view

        function onHeightChanged(): void {
            Qt.callLater(form.reveal);
        }

        function onContentHeightChanged(): void {
            Qt.callLater(form.reveal);
        }
    }

    function after(place: int): void {
        const next = rows.itemAt(place + 1) as KioskFormField;
        if (next !== null)
            next.beginTyping();
        else
            finished();
    }

    spacing: gap

    Repeater {
        id: rows

        model: form.fields

        KioskFormField {
            id: field

            required property int index

            objectName: `${form.group}.${fieldName}`
            width: fieldBrief ? (fieldLongest > 2 ? Theme.px(260) : Theme.px(190)) + 2 * Theme.growth : form.paired ? form.half : form.width
            last: index + 1 === rows.count
            goText: last ? form.goText : qsTrId("form.next")
            onTyped: text => form.typed(fieldName, text)
            onWent: form.after(index)
            onTypingChanged: Qt.callLater(form.reveal)
        }
    }
}
