import QtQuick
import Kiosk
import Kiosk.Desk

// How many titles, of what, and what was done to find them.
Column {
    id: head

    required property FindViewModel find

    spacing: Theme.px(8)

    KioskHeadline {
        width: parent.width
        visible: text !== ""
        text: head.find.headline
        remark: head.find.remark
        weight: Font.Bold
    }

    KioskText {
        width: parent.width
        visible: text !== ""
        text: head.find.relaxed
        wrapMode: Text.WordWrap
    }

    KioskText {
        width: parent.width
        visible: text !== ""
        text: head.find.notice
        color: Theme.wait
        wrapMode: Text.WordWrap
    }

    Row {
        visible: head.find.didYouMean !== ""
        spacing: Theme.px(10)

        KioskText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTrId("find.meant")
            secondary: true
        }

        KioskTextLink {
            objectName: "find.meant"
            text: head.find.didYouMean + "?"
            level: KioskText.Heading
            underlined: true
            onClicked: head.find.searchMeant()
        }
    }

    KioskProgress {
        id: progress

        width: parent.width
        visible: head.find.slow
        text: qsTrId("find.slow")

        // How long a search takes is not known: the bar only tells that time passes, and never ends by itself.
        NumberAnimation on value {
            running: head.find.slow
            from: 0.1
            to: 0.95
            duration: 8000
            easing.type: Easing.OutCubic
        }
    }
}
