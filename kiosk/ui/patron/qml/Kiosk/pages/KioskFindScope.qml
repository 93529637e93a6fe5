import QtQuick
import Kiosk
import Kiosk.Desk

// In what to look: everything, title, author, subject or ISBN.
KioskSegments {
    id: scope

    required property FindViewModel find

    objectName: "find.scope"
    name: qsTrId("find.field.name")
    labels: [qsTrId("find.field.any"), qsTrId("find.field.title"), qsTrId("find.field.author"), qsTrId("find.field.subject"), qsTrId("find.field.isbn")]
    currentIndex: find.field
    onChosen: index => find.chooseField(index)
}
