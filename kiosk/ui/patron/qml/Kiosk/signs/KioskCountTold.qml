import QtQuick

// How many suggestions there are, for who does not see them: they are controls, and told one by one.
Item {
    id: told

    property int count: 0

    Accessible.ignored: count === 0
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTrId("narration.suggestions", count)
}
