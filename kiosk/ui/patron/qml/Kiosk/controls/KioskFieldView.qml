import QtQuick
import Kiosk

// What scrolls a page with one field to type into: while one types, the field and what is wrong with it stay in
// sight, however little room the keyboard leaves.
Flickable {
    id: view

    required property KioskField line

    function reveal(): void {
        if (!line.typing)
            return;
        const top = line.mapToItem(contentItem, 0, 0).y - Theme.px(24);
        const bottom = top + line.height + Theme.px(48) - height;
        contentY = Math.max(0, Math.min(top, Math.max(contentY, bottom)));
    }

    anchors.fill: parent
    interactive: contentHeight > height
    clip: interactive
    boundsBehavior: Flickable.StopAtBounds
    onHeightChanged: Qt.callLater(reveal)
    onContentHeightChanged: Qt.callLater(reveal)

    Connections {
        target: view.line

        function onErrorChanged(): void {
            Qt.callLater(view.reveal);
        }
    }
}
