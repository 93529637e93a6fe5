import QtQuick
import QtQuick.Controls.Basic

// The ground of every page. `firstFocus` gets the focus when the page has come in.
FocusScope {
    id: page

    property string name // what a screen reader and the speech say first
    property string ownLanguage // that of the name, in two letters, where it may not be the screen's
    property Item firstFocus: null
    property bool settling: false // what has just come is not to be touched yet

    Accessible.role: Accessible.Pane
    Accessible.name: name

    StackView.onActivated: (firstFocus ?? page).forceActiveFocus(Qt.OtherFocusReason)
}
